import { type Kysely, sql } from 'kysely';

/** Every time is written by the service, from its own clock: no column has a default of the database. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await inbox(db);
  await work(db);
  await pairings(db);
  await keys(db);
  await history(db);
}

const moment = sql`timestamptz(3)`;

async function inbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('result')
    .addColumn('delivery_key', 'text', (column) => column.primaryKey())
    .addColumn('record_key', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('event_time', moment, (column) => column.notNull())
    .addColumn('event_time_sent', 'text', (column) => column.notNull())
    .addColumn('received_at', moment, (column) => column.notNull())
    .addColumn('feed', 'text', (column) => column.notNull())
    .addColumn('party', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('result_by_conversation').on('result').column('conversation_id').execute();
  await db.schema.createIndex('result_by_record').on('result').columns(['record_key', 'event_time']).execute();
}

async function work(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('work')
    .addColumn('record_key', 'text', (column) => column.primaryKey())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('due_at', moment, (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('leased_until', moment)
    .addColumn('leased_by', 'text')
    .addColumn('reason', 'text')
    .addColumn('record_id', 'text')
    .addColumn('remarks', 'text')
    .addColumn('customer_id', 'text')
    .addColumn('channel', 'text')
    .addColumn('first_received_at', moment, (column) => column.notNull())
    .addColumn('recorded_at', moment)
    .addColumn('reconciled', 'boolean', (column) => column.notNull().defaultTo(false))
    .execute();
  await sql`create index work_due on work (due_at, record_key) where state in ('received', 'waiting')`.execute(db);
  await db.schema.createIndex('work_by_conversation').on('work').column('conversation_id').execute();
}

async function pairings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pairing')
    .addColumn('interaction_id', 'text', (column) => column.primaryKey())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('created_at', moment, (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('replaced_pairing')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('interaction_id', 'text', (column) => column.notNull())
    .addColumn('customer_id', 'text', (column) => column.notNull())
    .addColumn('created_at', moment, (column) => column.notNull())
    .addColumn('replaced_at', moment, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('replaced_pairing_by_interaction')
    .on('replaced_pairing')
    .column('interaction_id')
    .execute();
}

async function keys(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('api_key')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('created_at', moment, (column) => column.notNull())
    .addColumn('revoked_at', moment)
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('expires_at', moment, (column) => column.notNull())
    .execute();
}

async function history(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('communication_record')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
    .addColumn('direction', 'text', (column) => column.notNull())
    .addColumn('communicated_at', moment, (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('domain', 'text', (column) => column.notNull())
    .addColumn('customer_id', 'text')
    .addColumn('customer_handle', 'text')
    .addColumn('interaction_id', 'text', (column) => column.notNull())
    .addColumn('bank_user_id', 'text')
    .addColumn('bank_user_name', 'text')
    .addColumn('purpose', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', moment, (column) => column.notNull())
    .addColumn('changed_at', moment)
    .execute();
  for (const column of ['customer_id', 'interaction_id'])
    await db.schema
      .createIndex(`communication_record_by_${column}`)
      .on('communication_record')
      .columns([column, 'communicated_at'])
      .execute();
}
