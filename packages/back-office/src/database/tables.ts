import type { ColumnType, Generated, Selectable } from 'kysely';

type Moment = ColumnType<Date, Date, Date>;
type MaybeMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;
type MaybeText = ColumnType<string | null, string | null | undefined, string | null>;

/** One report of a finished call, as it came. Only its erasure changes it, and a subject that another feed brings. */
export interface ResultTable {
  /** The idempotency key: `conversation/participant/session`, or what stands in for it. */
  readonly delivery_key: string;
  readonly record_key: string;
  readonly conversation_id: string;
  /** The body as JSON text. */
  readonly body: string;
  readonly event_time: Moment;
  /** As the body has it: ISO 8601 text, or milliseconds since 1970. */
  readonly event_time_sent: string;
  readonly received_at: Moment;
  /** Which feed it came by. */
  readonly feed: string;
  /** Whose part of the conversation is over. The customer's counts only where no agent took the call. */
  readonly party: Party;
}

export type Party = 'agent' | 'customer';

/** What the worker does about one record of the communication history. */
export interface WorkTable {
  readonly record_key: string;
  readonly conversation_id: string;
  readonly state: ColumnType<WorkState, WorkState, WorkState>;
  /** Counts what changed the record: a further result, a late pairing. */
  readonly revision: ColumnType<number, number | undefined, number>;
  /** When the next try is due. */
  readonly due_at: Moment;
  readonly attempts: ColumnType<number, number | undefined, number>;
  /** Until when a worker has it for itself. */
  readonly leased_until: MaybeMoment;
  readonly leased_by: MaybeText;
  /** Why it waits or is parked. */
  readonly reason: MaybeText;
  /** The id of the record in the communication history. */
  readonly record_id: MaybeText;
  /** What the record lacks, and why: the user is unknown, the wrap-up code is unknown. */
  readonly remarks: MaybeText;
  readonly customer_id: MaybeText;
  readonly channel: MaybeText;
  readonly first_received_at: Moment;
  readonly recorded_at: MaybeMoment;
  readonly reconciled: ColumnType<boolean, boolean | undefined, boolean>;
}

/**
 * `waiting` is tried again, `parked` needs a person, `discarded` is what a person decided against. Of what is `erased`
 * only the keys are left, by which the same result is known again.
 */
export type WorkState = 'received' | 'waiting' | 'done' | 'parked' | 'discarded' | 'erased';

export interface PairingTable {
  readonly interaction_id: string;
  readonly customer_id: string;
  readonly created_at: Moment;
}

/** Pairings that another one took the place of. */
export interface ReplacedPairingTable {
  readonly id: Generated<string>;
  readonly interaction_id: string;
  readonly customer_id: string;
  readonly created_at: Moment;
  readonly replaced_at: Moment;
}

export interface KeyTable {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  /** SHA-256 of the key, as hexadecimal text. The key itself is nowhere. */
  readonly hash: string;
  readonly created_at: Moment;
  readonly revoked_at: MaybeMoment;
}

export interface SessionTable {
  /** SHA-256 of the id, as hexadecimal text. */
  readonly hash: string;
  readonly role: string;
  /** The key that it began with; null for a key of the process, which no table has. */
  readonly key_id: MaybeText;
  readonly expires_at: Moment;
}

export interface CommunicationRecordTable {
  readonly id: string;
  readonly idempotency_key: string;
  readonly direction: string;
  readonly communicated_at: Moment;
  readonly source: string;
  readonly channel: string;
  readonly domain: string;
  readonly customer_id: MaybeText;
  readonly customer_handle: MaybeText;
  readonly interaction_id: string;
  readonly bank_user_id: MaybeText;
  readonly bank_user_name: MaybeText;
  readonly purpose: MaybeText;
  readonly title: string;
  readonly body: string;
  readonly created_at: Moment;
  readonly changed_at: MaybeMoment;
}

export interface FeedPositionTable {
  /** SHA-256 of the queues that the feed hears, as hexadecimal text. */
  readonly feed: string;
  readonly heard_until: Moment;
}

export interface Tables {
  result: ResultTable;
  work: WorkTable;
  pairing: PairingTable;
  replaced_pairing: ReplacedPairingTable;
  api_key: KeyTable;
  session: SessionTable;
  communication_record: CommunicationRecordTable;
  feed_position: FeedPositionTable;
}

export type Work = Selectable<WorkTable>;
export type Result = Selectable<ResultTable>;
