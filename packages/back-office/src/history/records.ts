import { randomUUID } from 'node:crypto';
import type { Database } from '../database/database';
import type { CommunicationRecordTable } from '../database/tables';
import type { Clock } from '../ground/clock';
import type { CommunicationRecord } from '../record/communication-record';
import type { Selectable } from 'kysely';

/** A record as the database keeps it. */
export interface StoredRecord extends CommunicationRecord {
  readonly id: string;
  readonly createdAt: string;
  /** Null until somebody corrects the record. */
  readonly changedAt: string | null;
}

export interface RecordQuery {
  readonly customerId?: string | undefined;
  /** Only records that belong to no customer. */
  readonly withoutCustomer?: boolean | undefined;
  readonly interactionId?: string | undefined;
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly to?: Date | undefined;
  readonly most: number;
  /** The last record of the page before. */
  readonly after?: { readonly communicatedAt: Date; readonly id: string } | undefined;
}

/** The communication history: what was said to a customer, when and by which channel. */
export class Records {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes a record, unless there is one of that key: then that one is returned as it is. */
  async create(
    key: string,
    record: CommunicationRecord,
  ): Promise<{ readonly created: boolean; readonly record: StoredRecord }> {
    const created = await this.db
      .insertInto('communication_record')
      .values({ id: randomUUID(), idempotency_key: key, ...columnsOf(record), created_at: this.clock.now() })
      .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (created) return { created: true, record: stored(created) };
    const existing = await this.db
      .selectFrom('communication_record')
      .selectAll()
      .where('idempotency_key', '=', key)
      .executeTakeFirstOrThrow();
    return { created: false, record: stored(existing) };
  }

  /** @returns the record as it is now; undefined where there is none of that id */
  async replace(id: string, record: CommunicationRecord): Promise<StoredRecord | undefined> {
    const row = await this.db
      .updateTable('communication_record')
      .set({ ...columnsOf(record), changed_at: this.clock.now() })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    return row && stored(row);
  }

  async get(id: string): Promise<StoredRecord | undefined> {
    const row = await this.db.selectFrom('communication_record').selectAll().where('id', '=', id).executeTakeFirst();
    return row && stored(row);
  }

  /** The newest first. */
  async find({
    customerId,
    withoutCustomer,
    interactionId,
    from,
    to,
    most,
    after,
  }: RecordQuery): Promise<readonly StoredRecord[]> {
    let query = this.db.selectFrom('communication_record').selectAll();
    if (customerId !== undefined) query = query.where('customer_id', '=', customerId);
    if (withoutCustomer === true) query = query.where('customer_id', 'is', null);
    if (interactionId !== undefined) query = query.where('interaction_id', '=', interactionId);
    if (from) query = query.where('communicated_at', '>=', from);
    if (to) query = query.where('communicated_at', '<', to);
    if (after)
      query = query.where((eb) =>
        eb(eb.refTuple('communicated_at', 'id'), '<', eb.tuple(after.communicatedAt, after.id)),
      );
    const rows = await query.orderBy('communicated_at', 'desc').orderBy('id', 'desc').limit(most).execute();
    return rows.map(stored);
  }
}

const columnsOf = (record: CommunicationRecord) => ({
  direction: record.direction,
  communicated_at: new Date(record.communicatedAt),
  source: record.source,
  channel: record.channel,
  domain: record.domain,
  customer_id: record.customerId,
  customer_handle: record.customerHandle,
  interaction_id: record.interactionId,
  bank_user_id: record.bankUserId,
  bank_user_name: record.bankUserName,
  purpose: record.purpose,
  title: record.title,
  body: record.body,
});

const stored = (row: Selectable<CommunicationRecordTable>): StoredRecord => ({
  id: row.id,
  direction: row.direction as CommunicationRecord['direction'],
  communicatedAt: row.communicated_at.toISOString(),
  source: row.source,
  channel: row.channel,
  domain: row.domain,
  customerId: row.customer_id,
  customerHandle: row.customer_handle,
  interactionId: row.interaction_id,
  bankUserId: row.bank_user_id,
  bankUserName: row.bank_user_name,
  purpose: row.purpose,
  title: row.title,
  body: row.body,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at?.toISOString() ?? null,
});
