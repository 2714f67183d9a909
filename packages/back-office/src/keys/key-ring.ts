import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Database } from '../database/database';
import { type Clock, later } from '../ground/clock';
import { isRole, type Role } from './roles';

/** A key as people see it in a list; the key itself is shown once, when it is created. */
export interface KeyEntry {
  readonly id: string;
  readonly role: Role;
  readonly name: string;
  readonly createdAt: Date;
  readonly revokedAt: Date | undefined;
}

/** Who has a key. A key of the process itself has no id. */
export interface KeyHolder {
  readonly id: string | undefined;
  readonly role: Role;
}

/** A key has 256 random bits, so its plain SHA-256 cannot be guessed back: no slow hash is needed. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** For how long a key counts as valid without a look into the database, in milliseconds: revoking takes as long. */
const KEY_KEPT = 2_000;

/** Who may call the service. Only hashes of keys are stored. */
export class KeyRing {
  /** Keys of this process alone, which no table has. */
  readonly #own = new Map<string, Role>();
  /** Keys that were valid a moment ago. */
  readonly #recent = new Map<string, { readonly holder: KeyHolder; readonly until: Date }>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Creates a key. It is the only time that the key can be seen. */
  async add(role: Role, name: string): Promise<string> {
    const key = newKey(role);
    await this.db
      .insertInto('api_key')
      .values({ id: randomUUID(), role, name, hash: hashOf(key), created_at: this.clock.now() })
      .execute();
    return key;
  }

  /** A key that ends with the process: parts of the service sign in to each other with it. */
  addForThisProcess(role: Role): string {
    const key = newKey(role);
    this.#own.set(hashOf(key), role);
    return key;
  }

  async holderOf(key: string): Promise<KeyHolder | undefined> {
    const hash = hashOf(key);
    const own = this.#own.get(hash);
    if (own) return { id: undefined, role: own };
    const now = this.clock.now();
    const recent = this.#recent.get(hash);
    if (recent && recent.until > now) return recent.holder;
    const row = await this.db
      .selectFrom('api_key')
      .select(['id', 'role'])
      .where('hash', '=', hash)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (!row || !isRole(row.role)) {
      this.#recent.delete(hash);
      return undefined;
    }
    const holder = { id: row.id, role: row.role };
    this.#recent.set(hash, { holder, until: later(now, KEY_KEPT) });
    return holder;
  }

  async list(): Promise<readonly KeyEntry[]> {
    const rows = await this.db.selectFrom('api_key').selectAll().orderBy('created_at').orderBy('id').execute();
    return rows.map(({ id, role, name, created_at, revoked_at }) => ({
      id,
      role: role as Role,
      name,
      createdAt: created_at,
      revokedAt: revoked_at ?? undefined,
    }));
  }

  /** @returns whether there was a key of that id that was not revoked yet */
  async revoke(id: string): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .updateTable('api_key')
      .set({ revoked_at: this.clock.now() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    this.#recent.clear();
    return numUpdatedRows > 0n;
  }
}

const newKey = (role: Role): string => `fbo_${role}_${randomBytes(32).toString('base64url')}`;
