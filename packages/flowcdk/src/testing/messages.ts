import { nameOfWebhook } from '../emulator/runtime/messages/chat-webhooks';
import type { Org } from '../emulator/state/org';
import type { SentMessage } from '../emulator/state/tables/sent-message';

/** A message that the org has sent. */
export interface TestMessage {
  /** The number (E.164) or e-mail address of the recipient, or a name for the webhook of a chat group, whose id is a secret. */
  readonly to: string;
  /** The number or e-mail address of the sender. */
  readonly from: string;
  readonly text: string;
  /** Only an e-mail has one. */
  readonly subject?: string | undefined;
  /** The body of an e-mail as HTML. */
  readonly html?: string | undefined;
  /**
   * How far it has come, in the words of the API: `queued`, `sent`, `delivery-success`, `delivery-failed`, `failed`;
   * `posted` for a message to a chat group.
   */
  readonly status: SentMessage['status'];
  /** Why it did not arrive. */
  readonly problem?: string | undefined;
  /** When the org took it. */
  readonly at: Date;
  /** The conversation for which a data action sent it. */
  readonly conversationId?: string | undefined;
}

/**
 * The messages of one kind that the org has sent, oldest first: `org.sms`, `org.emails`, `org.chat`. Nothing leaves the
 * process.
 *
 * @example
 * ```ts
 * const org = await localOrg();
 * await org.launch('tell-customer', { number: '+33142685300' });
 * org.sms.to('+33142685300').map(({ text }) => text); // ['We will call you back.']
 * ```
 */
export class MessageLog {
  constructor(
    /** `SMS`, `e-mail` or `chat`, for messages. */
    readonly name: string,
    private readonly org: Org,
    private readonly channels: readonly SentMessage['channel'][],
  ) {}

  /** All of them. */
  get messages(): readonly TestMessage[] {
    return this.org
      .all('sentMessage')
      .filter(({ channel }) => this.channels.includes(channel))
      .map(shown);
  }

  /** Those to a number, an e-mail address (in any case) or the webhook of a chat group, by its id. */
  to(address: string): readonly TestMessage[] {
    const isTo = new Set([address.toLowerCase(), nameOfWebhook(address)]);
    return this.messages.filter(({ to }) => isTo.has(to.toLowerCase()));
  }
}

const shown = ({ to, from, text, subject, html, status, problem, states, origin }: SentMessage): TestMessage => ({
  to,
  from,
  text,
  ...(subject === undefined ? {} : { subject }),
  ...(html === undefined ? {} : { html }),
  status,
  ...(problem === undefined ? {} : { problem }),
  at: new Date(states[0]?.at ?? 0),
  ...(origin === undefined ? {} : { conversationId: origin }),
});
