import { oneOf, required, text } from '../shape';
import type { RecordWithId } from '../record';

/** A message that a customer wrote to a number of the org. */
export const receivedMessage = {
  channel: required(oneOf('sms')),
  conversationId: required(text(256)),
  /** E.164. */
  from: required(text(100)),
  to: required(text(100)),
  text: required(text(100_000)),
  /** ISO 8601, UTC. */
  receivedAt: required(text(40)),
};

export type ReceivedMessage = RecordWithId<typeof receivedMessage>;
