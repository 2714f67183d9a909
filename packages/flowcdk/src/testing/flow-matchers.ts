import type { DurationLiteral } from '../architect/types';

/** The matchers, for any `expect`. */
export interface FlowMatchers<R> {
  /** The caller heard this: a part of it in any case, or a regular expression. */
  toHaveHeard(what: string | RegExp): R;
  /** Everybody sees these attributes of the caller's participant data. */
  toHaveParticipantData(attributes: Readonly<Record<string, unknown>>): R;
  /** No silence of the call, until a queue or an agent took it, was longer. */
  toHaveBeenSilentAtMost(longest: DurationLiteral): R;
  /** The call came into this queue. */
  toHaveReachedQueue(queue: string): R;
  /** At least one request had this in its JSON. */
  toHaveReceived(json: unknown): R;
  /** Exactly one request had this in its JSON. */
  toHaveReceivedOnce(json: unknown): R;
}
