import type { Kysely } from 'kysely';

/** The key that a session began with: it ends with the key. Sessions from before have none, so people sign in again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await (db as Kysely<{ session: object }>).deleteFrom('session').execute();
  await db.schema.alterTable('session').addColumn('key_id', 'text').execute();
}
