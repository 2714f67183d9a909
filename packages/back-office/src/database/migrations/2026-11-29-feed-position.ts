import type { Kysely } from 'kysely';

/** How far feeds that listen have come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feed_position')
    .addColumn('feed', 'text', (column) => column.primaryKey())
    .addColumn('heard_until', 'timestamptz(3)', (column) => column.notNull())
    .execute();
}
