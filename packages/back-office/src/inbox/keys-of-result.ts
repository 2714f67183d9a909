import { momentOf, type SupportResult } from './finished-call';

/** One record for each agent who was on the call, or one for the whole conversation, of which the last agent counts. */
export type RecordPer = 'agent' | 'conversation';

export interface ResultKeys {
  /** Knows a result again that comes twice. */
  readonly delivery: string;
  /** Knows the record that the result belongs to. */
  readonly record: string;
}

/** The longest idempotency key, in characters: three UUIDs with their separators have 110. */
export const LONGEST_KEY = 400;

/**
 * The keys of a result. The application sends `conversation/participant/session` as `Idempotency-Key`; without it the
 * conversation, the agent and the time stand in.
 */
export function keysOf(
  { conversationId, userId, eventTime }: SupportResult,
  idempotencyKey: string | undefined,
  recordPer: RecordPer,
): ResultKeys {
  // The same moment may come as ISO 8601 and as milliseconds.
  const moment = momentOf(eventTime)?.toISOString() ?? String(eventTime);
  const delivery = idempotencyKey ?? [conversationId, typeof userId === 'string' ? userId : '', moment].join('/');
  return { delivery, record: recordPer === 'agent' ? delivery : (delivery.split('/')[0] ?? delivery) };
}
