import { sql } from 'kysely';
import { type Clock, later } from '../ground/clock';
import type { Database } from '../database/database';
import type { Party, Result, Work, WorkState } from '../database/tables';
import type { SupportResult } from './finished-call';
import type { ResultKeys } from './keys-of-result';

/** A result on its way into the inbox. */
export interface Delivery {
  readonly keys: ResultKeys;
  readonly body: SupportResult;
  readonly eventTime: Date;
  /** Which feed it came by: `trigger`, `notifications`, `event-bridge`, `reconciliation`, `file`. */
  readonly feed: string;
  /** @default 'agent' */
  readonly party?: Party | undefined;
}

export type Acceptance = 'accepted' | 'duplicate';

/** What a worker has for itself until `leased_until`. */
export interface Lease {
  readonly by: string;
  /** Milliseconds. */
  readonly time: number;
  readonly most: number;
}

/** How an attempt at a piece of work ended. */
export type WorkResult =
  | {
      readonly state: 'done';
      readonly recordId: string;
      readonly channel: string;
      readonly customerId: string | null;
      /** What the record lacks, and why. */
      readonly remarks: string | null;
    }
  | {
      readonly state: 'waiting';
      readonly reason: string;
      readonly dueAt: Date;
      /** Whether it was an attempt; waiting for a pairing is none. */
      readonly counts: boolean;
    }
  | { readonly state: 'parked' | 'discarded'; readonly reason: string };

/**
 * Every accepted result, and what is to be done about it. A result is durable before `accept` returns. Work belongs to
 * the worker that leases it; when that worker dies, its lease runs out and another one takes over.
 */
export class Inbox {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a result and lets it become due. A result that is there already changes nothing, but for a subject that it did
   * not have: only the workflow of a trigger knows one, and another feed may have been first.
   */
  async accept(delivery: Delivery): Promise<Acceptance> {
    if (await this.#store(delivery)) return 'accepted';
    await this.#completeSubject(delivery);
    return 'duplicate';
  }

  /** Gives whether the result is new. */
  async #store({ keys, body, eventTime, feed, party = 'agent' }: Delivery): Promise<boolean> {
    const now = this.clock.now();
    // One statement is atomic by itself, and half as long on its way as a transaction.
    const stored = await this.db
      .with('stored', (db) =>
        db
          .insertInto('result')
          .values({
            delivery_key: keys.delivery,
            record_key: keys.record,
            conversation_id: body.conversationId,
            body: JSON.stringify(body),
            event_time: eventTime,
            event_time_sent: String(body.eventTime),
            received_at: now,
            feed,
            party,
          })
          .onConflict((conflict) => conflict.column('delivery_key').doNothing())
          .returning(['record_key', 'conversation_id', 'received_at']),
      )
      .with('due', (db) =>
        db
          .insertInto('work')
          .columns(['record_key', 'conversation_id', 'state', 'due_at', 'first_received_at', 'reconciled'])
          .expression((from) =>
            from
              .selectFrom('stored')
              .select([
                'record_key',
                'conversation_id',
                sql.lit('received').as('state'),
                'received_at as due_at',
                'received_at as first_received_at',
                sql.lit(feed === 'reconciliation').as('reconciled'),
              ]),
          )
          .onConflict((conflict) =>
            conflict.column('record_key').doUpdateSet((eb) => ({
              state: 'received' as const,
              revision: eb('work.revision', '+', 1),
              due_at: eb.ref('excluded.due_at'),
              attempts: 0,
              reason: null,
            })),
          ),
      )
      .selectFrom('stored')
      .select('record_key')
      .executeTakeFirst();
    return stored !== undefined;
  }

  /** A record that was written without the subject is corrected. */
  async #completeSubject({ keys, body: { subject } }: Delivery): Promise<void> {
    if (!isText(subject)) return;
    const stored = await this.db
      .selectFrom('result')
      .select('body')
      .where('delivery_key', '=', keys.delivery)
      .executeTakeFirstOrThrow();
    const known = JSON.parse(stored.body) as Partial<SupportResult>;
    // Nothing comes back into a result whose body was erased.
    if (known.conversationId === undefined || isText(known.subject)) return;
    await this.db
      .with('completed', (db) =>
        db
          .updateTable('result')
          .set({ body: JSON.stringify({ ...known, subject }) })
          .where('delivery_key', '=', keys.delivery)
          .where('body', '=', stored.body)
          .returning('record_key'),
      )
      .updateTable('work')
      .set((eb) => ({ state: 'received' as const, due_at: this.clock.now(), revision: eb('revision', '+', 1) }))
      .where('record_key', 'in', (eb) => eb.selectFrom('completed').select('record_key'))
      .where('state', 'in', ['received', 'waiting', 'done'])
      .execute();
  }

  /** Takes what is due, oldest first. Two workers never get the same piece of work while its lease runs. */
  async claim({ by, time, most }: Lease): Promise<readonly Work[]> {
    const now = this.clock.now();
    // Materialized: as a plain subquery it may run again for each row, and lock more than the batch.
    return this.db
      .with(
        (cte) => cte('due').materialized(),
        (db) =>
          db
            .selectFrom('work')
            .select('record_key')
            .where('state', 'in', ['received', 'waiting'])
            .where('due_at', '<=', now)
            .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
            .orderBy('due_at')
            .orderBy('record_key')
            .limit(most)
            .forUpdate()
            .skipLocked(),
      )
      .updateTable('work')
      .from('due')
      .set({ leased_until: later(now, time), leased_by: by })
      .whereRef('work.record_key', '=', 'due.record_key')
      .returningAll('work')
      .execute();
  }

  /** The result that counts for a record: the last one of an agent by the time of its event, else the customer's. */
  async lastResult(recordKey: string): Promise<Result> {
    return this.db
      .selectFrom('result')
      .selectAll()
      .where('record_key', '=', recordKey)
      .orderBy('party')
      .orderBy('event_time', 'desc')
      .orderBy('received_at', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
  }

  /** Whether an agent finished a part of the conversation. */
  async hadAgent(conversationId: string): Promise<boolean> {
    const result = await this.db
      .selectFrom('result')
      .select('delivery_key')
      .where('conversation_id', '=', conversationId)
      .where('party', '=', 'agent')
      .limit(1)
      .executeTakeFirst();
    return result !== undefined;
  }

  /**
   * Ends an attempt. What changed while it ran, a further result or a late pairing, makes the work due again at once. A
   * worker whose lease went to another one changes nothing.
   */
  async settle(work: Work, result: WorkResult): Promise<void> {
    const now = this.clock.now();
    const columns = { leased_until: null, leased_by: null, ...columnsOf(result, work.attempts, now) };
    const settled = await this.db
      .updateTable('work')
      .set(columns)
      .where('record_key', '=', work.record_key)
      .where('leased_by', '=', work.leased_by)
      .where('revision', '=', work.revision)
      .executeTakeFirst();
    if (settled.numUpdatedRows > 0n) return;
    await this.db
      .updateTable('work')
      .set({ ...columns, state: 'received', due_at: now, attempts: 0 })
      .where('record_key', '=', work.record_key)
      .where('leased_by', '=', work.leased_by)
      .execute();
  }

  /** Makes the records of a conversation due again that have another customer, those that were written among them. */
  async correct(conversationId: string, customerId: string): Promise<void> {
    await this.db
      .updateTable('work')
      .set((eb) => ({ state: 'received' as const, due_at: this.clock.now(), revision: eb('revision', '+', 1) }))
      .where('conversation_id', '=', conversationId)
      .where('state', 'in', ['received', 'waiting', 'done'])
      .where((eb) => eb('customer_id', 'is distinct from', customerId))
      .execute();
  }

  /** What needs a person, oldest first. */
  async parked({
    most,
    after,
  }: {
    readonly most: number;
    readonly after?: string | undefined;
  }): Promise<readonly Work[]> {
    return this.db
      .selectFrom('work')
      .selectAll()
      .where('state', '=', 'parked')
      .$if(after !== undefined, (query) => query.where('record_key', '>', after ?? ''))
      .orderBy('record_key')
      .limit(most)
      .execute();
  }

  /**
   * Tries parked work again, or gives it up.
   *
   * @returns whether there was parked work of that key
   */
  async decide(recordKey: string, decision: 'retry' | 'discard'): Promise<boolean> {
    const { numUpdatedRows } = await this.db
      .updateTable('work')
      .set(
        decision === 'retry'
          ? { state: 'received', due_at: this.clock.now(), attempts: 0, reason: null }
          : { state: 'discarded' },
      )
      .where('record_key', '=', recordKey)
      .where('state', '=', 'parked')
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** How much work is in each state. */
  async counts(): Promise<Readonly<Record<WorkState, number>>> {
    const rows = await this.db
      .selectFrom('work')
      .select(({ fn }) => ['state', fn.countAll<number | string>().as('count')])
      .groupBy('state')
      .execute();
    const none = { received: 0, waiting: 0, done: 0, parked: 0, discarded: 0, erased: 0 };
    return Object.assign(none, Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)])));
  }

  /** When the next piece of work is due; undefined when there is none. */
  async nextDue(): Promise<Date | undefined> {
    const row = await this.db
      .selectFrom('work')
      .select(({ fn }) => fn.min('due_at').as('at'))
      .where('state', 'in', ['received', 'waiting'])
      .executeTakeFirst();
    return row?.at ?? undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

function columnsOf(result: WorkResult, attempts: number, now: Date) {
  switch (result.state) {
    case 'done':
      return {
        state: 'done' as const,
        record_id: result.recordId,
        channel: result.channel,
        customer_id: result.customerId,
        remarks: result.remarks,
        recorded_at: now,
        reason: null,
        attempts: 0,
      };
    case 'waiting':
      return {
        state: 'waiting' as const,
        reason: result.reason,
        due_at: result.dueAt,
        attempts: result.counts ? attempts + 1 : attempts,
      };
    case 'parked':
    case 'discarded':
      return { state: result.state, reason: result.reason };
  }
}
