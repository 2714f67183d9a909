import type { SentMessage } from '../../state/tables/sent-message';
import { nameOfWebhook } from './chat-webhooks';
import { MessageRefused } from './message-refused';
import type { NewMessage } from './new-message';
import { Conversation } from '../conversation/conversation';
import type { DetailEvents } from '../conversation/detail-events';
import type { EventPlace } from '../events';
import type { Inbox } from './inbox';
import type { Foundation } from '../foundation';
import type { People } from '../people';
import type { RecentlyEnded } from '../recently-ended';

/** The parts of the runtime that the outbox needs. */
export interface OutboxRuntime extends Foundation {
  readonly detail: Pick<DetailEvents, 'customerStart' | 'customerEnd' | 'attributes'>;
  readonly people: Pick<People, 'of'>;
  readonly inbox: Pick<Inbox, 'thread' | 'endedLately' | 'goOn' | 'remember'>;
  readonly conversations: Map<string, Conversation>;
  readonly endedConversations: RecentlyEnded;
}

/** Until a message has left the org, and until it has arrived after that (assumed). */
const SENT_AFTER = 1_000;
const ARRIVES_AFTER = 2_000;

/** The most characters of an SMS (documented). */
export const LONGEST_SMS = 765;

/** The messages that the org sends without an agent. They leave in virtual time, and arrive or not. */
export class Outbox {
  constructor(private readonly runtime: OutboxRuntime) {}

  /** Goes on with the messages that an earlier life left on their way. */
  resume(): void {
    for (const message of this.runtime.org.all('sentMessage')) this.#goOn(message);
  }

  /** @throws MessageRefused if the person wants no messages */
  send(message: NewMessage, place: EventPlace): SentMessage {
    const { org, log, people } = this.runtime;
    const { channel, to, from, text, subject } = message;
    const refused = (code: string, problem: string): MessageRefused => {
      log.add('message.refused', place, { channel, to, problem });
      return new MessageRefused(code, problem);
    };
    if (people.of(to)?.optedOut === true)
      throw refused('recipient.opted.out', `the recipient ${to} has opted out of messages`);
    if (channel === 'sms' && (text === '' || text.length > LONGEST_SMS))
      throw refused(
        'bad.request',
        text === '' ? 'the text is empty' : `the text has ${text.length} characters; an SMS has at most ${LONGEST_SMS}`,
      );
    const sent = org.put('sentMessage', {
      id: this.runtime.newId(),
      ...message,
      conversationId: message.conversationId ?? this.#conversation(message),
      status: 'queued',
      states: [{ status: 'queued', at: this.#now() }],
      ...origin(place),
    } as SentMessage);
    log.add('message.queued', place, {
      message: sent.id,
      channel,
      from,
      to,
      text,
      ...(subject === undefined ? {} : { subject }),
    });
    this.#goOn(sent);
    return sent;
  }

  /** Keeps what somebody wrote to a chat group through a webhook. The id of the webhook is its secret. */
  post(webhookId: string, text: string, place: EventPlace): SentMessage {
    const { org, log } = this.runtime;
    const posted = org.put('sentMessage', {
      id: this.runtime.newId(),
      channel: 'chat',
      from: 'webhook',
      to: nameOfWebhook(webhookId),
      text,
      status: 'posted',
      states: [{ status: 'posted', at: this.#now() }],
      ...origin(place),
    } as SentMessage);
    log.add('chat.posted', place, { message: posted.id, text });
    return posted;
  }

  #goOn(message: SentMessage): void {
    const { clock } = this.runtime;
    if (message.status === 'queued') clock.after(SENT_AFTER, () => this.#leaves(message.id));
    if (message.status === 'sent') clock.after(ARRIVES_AFTER, () => this.#arrives(message.id));
  }

  #leaves(id: string): void {
    const message = this.runtime.org.get('sentMessage', id);
    if (message?.status !== 'queued') return;
    if (this.runtime.people.of(message.to)?.messages === 'rejected')
      return this.#fails(message, 'failed', 'the carrier refused the message');
    this.#goOn(this.#becomes(message, 'sent'));
    this.#log('message.sent', message);
  }

  #arrives(id: string): void {
    const message = this.runtime.org.get('sentMessage', id);
    if (message?.status !== 'sent') return;
    if (this.runtime.people.of(message.to)?.messages === 'undelivered')
      return this.#fails(message, 'delivery-failed', 'the message did not reach the recipient');
    this.#becomes(message, 'delivery-success');
    this.#log('message.delivered', message);
  }

  #fails(message: SentMessage, status: 'failed' | 'delivery-failed', problem: string): void {
    this.#becomes(message, status, { problem });
    const { id, channel, to } = message;
    this.runtime.log.add('message.failed', placeOf(message), { message: id, channel, to, problem });
  }

  #becomes(
    message: SentMessage,
    status: SentMessage['status'],
    others: Pick<SentMessage, 'problem'> = {},
  ): SentMessage {
    const states = [...message.states, { status, at: this.#now() }];
    return this.runtime.org.put('sentMessage', { ...message, status, states, ...others });
  }

  #log(type: 'message.sent' | 'message.delivered', message: SentMessage): void {
    const { id, channel, to } = message;
    this.runtime.log.add(type, placeOf(message), { message: id, channel, to });
  }

  /**
   * The conversation of a message without an agent. It is over as soon as the message is sent (believed). An SMS goes on
   * with a conversation that has ended within the threading window (documented).
   */
  #conversation({ channel, from, to, toName, useExistingActiveConversation }: NewMessage): string {
    const { runtime } = this;
    const active = useExistingActiveConversation === true ? runtime.inbox.thread(to, from) : undefined;
    if (active && active.endedAt === undefined) return active.id;
    const before = channel === 'sms' ? runtime.inbox.endedLately(to, from) : undefined;
    const conversation =
      before ??
      new Conversation(runtime, from, to, {
        direction: 'OUTBOUND',
        ...(channel === 'email'
          ? { mediaType: 'EMAIL' }
          : { mediaType: 'MESSAGE', messageType: channel.toUpperCase() }),
      });
    runtime.conversations.set(conversation.id, conversation);
    const now = runtime.clock.now();
    const fields = { address: to, ...(toName === undefined ? {} : { name: toName }) };
    const customer = before
      ? runtime.inbox.goOn(before, fields)
      : conversation.join({ purpose: 'customer', ...fields });
    customer.connectedAt = now;
    if (!before) runtime.detail.customerStart(conversation);
    customer.endedAt = conversation.endedAt = now;
    customer.disconnectType = 'SYSTEM';
    runtime.detail.customerEnd(conversation);
    runtime.endedConversations.add(conversation.id, conversation.bytes);
    if (channel === 'sms') runtime.inbox.remember(to, from, conversation);
    return conversation.id;
  }

  #now(): string {
    return new Date(this.runtime.clock.now()).toISOString();
  }
}

const origin = ({ conversationId, executionId, flow }: EventPlace): Partial<SentMessage> => ({
  ...(conversationId === undefined ? {} : { origin: conversationId }),
  ...(executionId === undefined ? {} : { executionId }),
  ...(flow === undefined ? {} : { flow }),
});

/** The place in the log of what becomes of a message: that of the flow that sent it. */
const placeOf = ({ origin: conversationId, executionId, flow }: SentMessage): EventPlace => ({
  ...(conversationId === undefined ? {} : { conversationId }),
  ...(executionId === undefined ? {} : { executionId }),
  ...(flow === undefined ? {} : { flow }),
});
