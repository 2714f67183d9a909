import { action, actionForm, type NodeOf } from '../action';
import { required, value } from '../forms';
import { replyModes, word } from '../words';
import type { EmailAddress } from '../types';
import { type NoValue, optionalNode, orNoValue, type Readable, type Value, valueNode } from '../values';

export const sendAutoReplyForm = actionForm({
  evidence: 'seen',
  flows: ['inboundEmail', 'inqueueEmail'],
  fields: {
    from: value('emailAddress'),
    replyTo: value('emailAddress'),
    cc: value('any'),
    bcc: value('any'),
    subject: value('string'),
    messageBody: required(value('string')),
    replyMode: word(replyModes),
  },
});

export type SendAutoReplyAction = NodeOf<'sendAutoReply', typeof sendAutoReplyForm>;

type Addresses = Readable<readonly EmailAddress[]> | NoValue;

/** The text of the reply and its recipients. */
export interface SendAutoReplyOptions {
  readonly messageBody: Value<string>;
  /** @default the subject of the mail */
  readonly subject?: Value<string> | undefined;
  /** @default 'replyToSender' */
  readonly replyMode?: 'replyToSender' | 'replyToAll' | undefined;
  /** The address of the sender. @default the address to which the mail was sent */
  readonly from?: Readable<EmailAddress> | NoValue | undefined;
  readonly replyTo?: Readable<EmailAddress> | NoValue | undefined;
  readonly cc?: Addresses | undefined;
  readonly bcc?: Addresses | undefined;
}

/**
 * Send Auto Reply: answers an e-mail.
 *
 * @example
 * ```ts
 * sendAutoReply('We have it', { messageBody: exp<string>`Append(${'Hello '}, ${customerName})` })
 * ```
 * ```yaml
 * sendAutoReply:
 *   name: We have it
 *   from: { noValue: true }
 *   replyTo: { noValue: true }
 *   cc: { noValue: true }
 *   bcc: { noValue: true }
 *   messageBody: { exp: "Append(\"Hello \", Flow.customerName)" }
 *   replyMode: replyToSender
 * ```
 */
export function sendAutoReply(name: string, options: SendAutoReplyOptions): SendAutoReplyAction {
  return action(sendAutoReply, 'sendAutoReply', sendAutoReplyForm, {
    name,
    from: orNoValue(options.from),
    replyTo: orNoValue(options.replyTo),
    cc: orNoValue(options.cc),
    bcc: orNoValue(options.bcc),
    subject: optionalNode(options.subject),
    messageBody: valueNode(options.messageBody),
    replyMode: options.replyMode ?? 'replyToSender',
  });
}
