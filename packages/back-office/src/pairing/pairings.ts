import type { Database } from '../database/database';
import type { Clock } from '../ground/clock';
import type { Inbox } from '../inbox/inbox';

/** What a pairing does to a record that was written before: corrects it, or leaves it. */
export type LatePairing = 'correct' | 'ignore';

export type Pairing = 'created' | 'repeated' | 'replaced';

/**
 * Which customer an interaction belongs to. An interaction has one customer: the last pairing wins, and the earlier ones
 * stay in a history.
 */
export class Pairings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly inbox: Inbox,
    private readonly late: LatePairing,
  ) {}

  async pair(interactionId: string, customerId: string): Promise<Pairing> {
    const pairing = await this.#store(interactionId, customerId);
    // Behind the commit: a worker that did not see the pairing yet has its work already, which is now due again. A
    // pairing that comes again corrects, too, in case the service was killed at this place.
    if (this.late === 'correct') await this.inbox.correct(interactionId, customerId);
    return pairing;
  }

  async #store(interactionId: string, customerId: string): Promise<Pairing> {
    const now = this.clock.now();
    return this.db.transaction().execute(async (db) => {
      const created = await db
        .insertInto('pairing')
        .values({ interaction_id: interactionId, customer_id: customerId, created_at: now })
        .onConflict((conflict) => conflict.column('interaction_id').doNothing())
        .returning('interaction_id')
        .executeTakeFirst();
      if (!created) {
        const before = await db
          .selectFrom('pairing')
          .selectAll()
          .where('interaction_id', '=', interactionId)
          .forUpdate()
          .executeTakeFirstOrThrow();
        if (before.customer_id === customerId) return 'repeated';
        await db
          .insertInto('replaced_pairing')
          .values({ ...before, replaced_at: now })
          .execute();
        await db
          .updateTable('pairing')
          .set({ customer_id: customerId, created_at: now })
          .where('interaction_id', '=', interactionId)
          .execute();
      }
      return created ? 'created' : 'replaced';
    });
  }

  async customerOf(interactionId: string): Promise<{ readonly customerId: string; readonly since: Date } | undefined> {
    const row = await this.db
      .selectFrom('pairing')
      .select(['customer_id', 'created_at'])
      .where('interaction_id', '=', interactionId)
      .executeTakeFirst();
    return row && { customerId: row.customer_id, since: row.created_at };
  }

  /** The customers that were paired with an interaction before the present one, in order. */
  async replacedOf(interactionId: string): Promise<readonly string[]> {
    const rows = await this.db
      .selectFrom('replaced_pairing')
      .select('customer_id')
      .where('interaction_id', '=', interactionId)
      .orderBy('id')
      .execute();
    return rows.map(({ customer_id }) => customer_id);
  }
}
