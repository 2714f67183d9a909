import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../database/database';
import { type Clock, later } from '../ground/clock';
import type { KeyHolder } from './key-ring';
import { isRole, type Role } from './roles';

/** How long somebody stays signed in, in milliseconds: a working day. */
export const SESSION_TIME = 12 * 3_600_000;

const hashOf = (id: string): string => createHash('sha256').update(id).digest('hex');

/**
 * People who signed in to a page with a key. The browser has the id of the session, the database its hash. A session ends
 * when its key is revoked.
 */
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the id for the cookie */
  async begin({ id: keyId, role }: KeyHolder): Promise<string> {
    const id = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.db.deleteFrom('session').where('expires_at', '<=', now).execute();
    await this.db
      .insertInto('session')
      .values({ hash: hashOf(id), role, key_id: keyId ?? null, expires_at: later(now, SESSION_TIME) })
      .execute();
    return id;
  }

  async roleOf(id: string): Promise<Role | undefined> {
    const row = await this.db
      .selectFrom('session')
      .leftJoin('api_key', 'api_key.id', 'session.key_id')
      .select('session.role')
      .where('session.hash', '=', hashOf(id))
      .where('session.expires_at', '>', this.clock.now())
      .where('api_key.revoked_at', 'is', null)
      .executeTakeFirst();
    return row && isRole(row.role) ? row.role : undefined;
  }

  async end(id: string): Promise<void> {
    await this.db.deleteFrom('session').where('hash', '=', hashOf(id)).execute();
  }
}
