import { createHash } from 'node:crypto';
import type { PositionStore } from 'flowcdk/events';
import type { Database } from '../database/database';
import { type Clock, later } from '../ground/clock';

/** What lies further back is for the reconciliation, in milliseconds: a day. */
const LONGEST = 24 * 3_600_000;

/**
 * Keeps how far a feed of queues has come beside the results that it brought: a database that comes from a backup has the
 * position of that moment. Services that share a database share it. The inbox knows which events came, so no keys are kept.
 */
export function feedPositions(db: Database, clock: Clock, queues: readonly string[] = ['*']): PositionStore {
  const feed = createHash('sha256')
    .update([...queues].sort().join())
    .digest('hex');
  return {
    load: async () => {
      const row = await db
        .selectFrom('feed_position')
        .select('heard_until')
        .where('feed', '=', feed)
        .executeTakeFirst();
      if (!row) return undefined;
      return { at: Math.max(row.heard_until.getTime(), later(clock.now(), -LONGEST).getTime()), keys: [] };
    },
    save: async ({ at }) => {
      await db
        .insertInto('feed_position')
        .values({ feed, heard_until: new Date(at) })
        .onConflict((conflict) =>
          conflict.column('feed').doUpdateSet((eb) => ({
            heard_until: eb.fn('greatest', [eb.ref('feed_position.heard_until'), eb.ref('excluded.heard_until')]),
          })),
        )
        .execute();
    },
  };
}

/** Until when a feed that listens has heard everything; undefined where none has listened. */
export async function heardUntil(db: Database): Promise<Date | undefined> {
  const row = await db
    .selectFrom('feed_position')
    .select('heard_until')
    .orderBy('heard_until', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.heard_until;
}
