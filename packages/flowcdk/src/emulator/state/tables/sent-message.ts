import { listOf, object, oneOf, required, text, yesNo } from '../shape';
import type { RecordWithId } from '../record';

/** The states of a message, in the words of the API, and `posted` for a message to a chat group. */
const messageStatus = oneOf('queued', 'sent', 'delivery-success', 'delivery-failed', 'failed', 'posted');

/** A message that the org has sent: to a person, or to a chat group. */
export const sentMessage = {
  channel: required(oneOf('sms', 'whatsapp', 'open', 'email', 'chat')),
  /** Absent for a message to a chat group. */
  conversationId: text(256),
  from: required(text(1_000)),
  to: required(text(1_000)),
  fromName: text(1_000),
  toName: text(1_000),
  replyTo: text(1_000),
  subject: text(),
  text: required(text(1_000_000)),
  html: text(1_000_000),
  useExistingActiveConversation: yesNo,
  status: required(messageStatus),
  /** Why it was not delivered. */
  problem: text(1_000),
  /** The states so far, oldest first. `at`: ISO 8601, UTC. */
  states: required(listOf(object({ status: required(messageStatus), at: required(text(40)) }))),
  /** The conversation for which a data action sent it. */
  origin: text(256),
  /** The run and the flow whose data action sent it. */
  executionId: text(256),
  flow: text(256),
};

export type SentMessage = RecordWithId<typeof sentMessage>;
