import type { DurationLiteral } from '../architect/types';

/** What a test expects of a callback. */
export interface ScheduledCallback {
  /** The name of the queue. */
  readonly queue?: string | undefined;
  /** When it is due, to the second. */
  readonly at?: Date | undefined;
}

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
  /** At least one request to a service had this in its JSON. */
  toHaveReceived(json: unknown): R;
  /**
   * The person behind a number or an e-mail address, or the chat group of a webhook, got a message: a part of its text in
   * any case, or a regular expression.
   */
  toHaveReceived(address: string, text?: string | RegExp): R;
  /** Exactly one request to a service had this in its JSON. */
  toHaveReceivedOnce(json: unknown): R;
  /** Exactly one message with this text went to the number, e-mail address or webhook. */
  toHaveReceivedOnce(address: string, text?: string | RegExp): R;
  /** There is or was a callback to the number (E.164), in a queue or at a time if that is said. */
  toHaveScheduled(number: string, expected?: ScheduledCallback): R;
  /** An agent has called the number back, and the customer has answered. */
  toHaveReached(number: string): R;
}
