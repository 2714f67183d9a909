/** A message of a customer. Addresses are numbers in E.164. */
export interface IncomingMessage {
  readonly id: string;
  readonly channel: 'sms';
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Whether the conversation began with it. A reply within the threading window goes on with a conversation. */
  readonly beginsConversation: boolean;
}
