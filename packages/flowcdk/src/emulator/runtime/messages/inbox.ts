import type { Flow } from '../../state/tables/flow';
import { idIn } from '../../state/json';
import type { AcdRequest } from '../conversation/acd-request';
import type { CallLeg } from '../conversation/call-leg';
import type { Calls } from '../conversation/calls';
import { Conversation } from '../conversation/conversation';
import type { DetailEvents } from '../conversation/detail-events';
import type { Participant } from '../conversation/participant';
import type { Foundation } from '../foundation';
import type { RecentlyEnded } from '../recently-ended';
import type { IncomingMessage } from './incoming-message';
import { NotRouted } from './not-routed';
import { flowForMessages } from './recipients';

/** What a customer writes. Addresses are numbers in E.164. */
export interface Written {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** The name of the customer. */
  readonly name?: string | undefined;
}

/** What is known of a customer who writes or is written to. */
type CustomerFields = Pick<Participant, 'address' | 'name' | 'divisionId'>;

/** The parts of the runtime that the inbox needs. */
export interface InboxRuntime extends Foundation {
  readonly detail: Pick<DetailEvents, 'customerStart' | 'attributes'>;
  readonly calls: Pick<Calls, 'open' | 'startFlow' | 'legOf'>;
  readonly acd: {
    readonly agents: { state(userId: string): string };
    enter(leg: CallLeg, request: AcdRequest, missed: () => void): void;
  };
  readonly conversations: Map<string, Conversation>;
  readonly endedConversations: RecentlyEnded;
}

/**
 * The text messages that customers write to numbers of the org. A message goes to whatever has the conversation: a flow,
 * a queue or an agent. If nothing has it, the message starts the flow that is routed to the number.
 */
export class Inbox {
  /** The newest conversation between a customer and a number of the org. */
  readonly #threads = new Map<string, Conversation>();

  constructor(private readonly runtime: InboxRuntime) {}

  /** The conversation in which a customer and a number of the org last wrote to each other. */
  thread(customer: string, number: string): Conversation | undefined {
    return this.#threads.get(keyOf(customer, number));
  }

  /** Remembers a conversation, so that the customer's reply goes on with it. A conversation under way keeps its place. */
  remember(customer: string, number: string, conversation: Conversation): void {
    const key = keyOf(customer, number);
    const before = this.#threads.get(key);
    if (before === undefined || before.endedAt !== undefined) this.#threads.set(key, conversation);
  }

  /** Forgets a conversation that nobody can read any more. */
  forget(conversation: Conversation): void {
    const { mediaType, direction, customer, from, to } = conversation;
    if (mediaType !== 'MESSAGE') return;
    const key = keyOf(customer.address ?? '', direction === 'INBOUND' ? to : from);
    if (this.#threads.get(key) === conversation) this.#threads.delete(key);
  }

  /** @throws NotRouted if no flow takes the message, or nobody can have written it */
  receive(written: Written): Conversation {
    const { from, to } = written;
    if (!isNumber(from)) throw new NotRouted(`'${from}' is no number in E.164 that writes, such as +33142685300`);
    const thread = this.thread(from, to);
    if (thread && thread.endedAt === undefined) {
      this.#keep(written, thread, false);
      return thread;
    }
    const flow = flowForMessages(this.runtime.org, to);
    if (typeof flow === 'string') {
      this.runtime.log.add('message.unrouted', {}, { channel: 'sms', from, to, problem: flow });
      throw new NotRouted(flow);
    }
    return this.#begin(written, flow, this.endedLately(from, to));
  }

  /** Begins a conversation, or goes on with one that has ended. */
  #begin(written: Written, flow: Flow, before: Conversation | undefined): Conversation {
    const { runtime } = this;
    const { from, to, name } = written;
    const divisionId = idIn(flow, 'division');
    const inDivision = divisionId === undefined ? {} : { divisionId };
    const lastAgent = before && lastAgentOf(before);
    const customer: CustomerFields = { address: from, ...(name === undefined ? {} : { name }), ...inDivision };
    const conversation =
      before ?? new Conversation(runtime, from, to, { mediaType: 'MESSAGE', messageType: 'SMS', ...inDivision });
    const message = this.#keep(written, conversation, before === undefined);
    if (before) this.goOn(before, customer);
    else this.#join(conversation, customer);
    runtime.conversations.set(conversation.id, conversation);
    this.#threads.set(keyOf(from, to), conversation);
    const leg = runtime.calls.open(conversation);
    leg.message = message;
    this.#handOver(leg, flow, lastAgent);
    return conversation;
  }

  /** A conversation that has ended goes on: the customer takes part again, with their participant data (assumed). */
  goOn(conversation: Conversation, customer: CustomerFields): Participant {
    const attributes = Object.fromEntries(conversation.data.of(conversation.customer.id));
    conversation.goOn();
    this.runtime.endedConversations.goesOn(conversation.id);
    const joined = this.#join(conversation, customer);
    if (Object.keys(attributes).length > 0) conversation.data.write(joined.id, attributes, 'the conversation before');
    return joined;
  }

  #join(conversation: Conversation, fields: CustomerFields): Participant {
    const customer = conversation.join({ purpose: 'customer', ...fields });
    customer.connectedAt = this.runtime.clock.now();
    this.runtime.detail.customerStart(conversation);
    return customer;
  }

  /**
   * The agent who had the conversation last is tried first (documented), where they are free and their queue wants it. The
   * flow starts otherwise (inferred).
   */
  #handOver(leg: CallLeg, flow: Flow, lastAgent: Participant | undefined): void {
    const { acd, calls, org } = this.runtime;
    const start = (): void => calls.startFlow(leg, flow);
    const { userId, queueId } = lastAgent ?? {};
    const queue = org.get('queue', queueId ?? '');
    const isTried = queue?.lastAgentRoutingMode !== 'Disabled' && acd.agents.state(userId ?? '') === 'IDLE';
    if (userId === undefined || !queue || !isTried) return start();
    acd.enter(leg, { queueId: queue.id, queueName: queue.name, priority: 0, directAgentId: userId }, start);
  }

  #keep({ from, to, text }: Written, { id, place }: Conversation, beginsConversation: boolean): IncomingMessage {
    const { org, log, clock } = this.runtime;
    const at = clock.now();
    const kept = org.put('receivedMessage', {
      id: this.runtime.newId(),
      channel: 'sms',
      conversationId: id,
      from,
      to,
      text,
      receivedAt: new Date(at).toISOString(),
    });
    log.add('message.received', place, { message: kept.id, channel: 'sms', from, to, text });
    return { id: kept.id, channel: 'sms', from, to, text, at, beginsConversation };
  }

  /** The newest conversation between them, if it has ended and goes on with the next message (documented). */
  endedLately(customer: string, number: string): Conversation | undefined {
    const { clock, org, settings } = this.runtime;
    const thread = this.thread(customer, number);
    if (thread?.endedAt === undefined) return undefined;
    const minutes = org.get('threadingWindow', 'sms')?.timeoutInMinutes;
    const window = minutes === undefined ? settings.threadingWindow : minutes * 60_000;
    return clock.now() - thread.endedAt < window ? thread : undefined;
  }
}

/** Whether it is a number in E.164. Nobody can write an SMS without one. */
export const isNumber = (address: string): boolean => /^\+[1-9]\d{6,14}$/.test(address);

const keyOf = (customer: string, number: string): string => `${customer} ${number}`;

const lastAgentOf = ({ participants }: Conversation): Participant | undefined =>
  [...participants].reverse().find(({ purpose, connectedAt }) => purpose === 'agent' && connectedAt !== undefined);
