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
    for (const [key, known] of this.#threads) if (known === conversation) this.#threads.delete(key);
  }

  /** @throws NotRouted if no flow takes the message */
  receive(written: Written): Conversation {
    const { from, to } = written;
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
    return this.#begin(written, flow, thread && this.#isWithinWindow(thread) ? thread : undefined);
  }

  /** Begins a conversation, or goes on with one that has ended. */
  #begin(written: Written, flow: Flow, before: Conversation | undefined): Conversation {
    const { runtime } = this;
    const { from, to, name } = written;
    const divisionId = idIn(flow, 'division');
    const inDivision = divisionId === undefined ? {} : { divisionId };
    const conversation =
      before ?? new Conversation(runtime, from, to, { mediaType: 'MESSAGE', messageType: 'SMS', ...inDivision });
    const attributes = before && Object.fromEntries(before.data.of(before.customer.id));
    const lastAgent = before && lastAgentOf(before);
    if (before) {
      before.goOn();
      runtime.endedConversations.goesOn(before.id);
    }
    runtime.conversations.set(conversation.id, conversation);
    this.#threads.set(keyOf(from, to), conversation);
    const customer = conversation.join({
      purpose: 'customer',
      address: from,
      ...(name === undefined ? {} : { name }),
      ...inDivision,
    });
    customer.connectedAt = runtime.clock.now();
    const message = this.#keep(written, conversation, before === undefined);
    runtime.detail.customerStart(conversation);
    // The customer keeps their participant data (assumed).
    if (attributes && Object.keys(attributes).length > 0)
      conversation.data.write(customer.id, attributes, 'the conversation before');
    const leg = runtime.calls.open(conversation);
    leg.message = message;
    this.#handOver(leg, flow, lastAgent);
    return conversation;
  }

  /** The agent who wrote last is tried first (documented), where they are free. The flow starts otherwise (inferred). */
  #handOver(leg: CallLeg, flow: Flow, lastAgent: Participant | undefined): void {
    const { acd, calls, org } = this.runtime;
    const start = (): void => calls.startFlow(leg, flow);
    const { userId, queueId } = lastAgent ?? {};
    const queue = org.get('queue', queueId ?? '');
    if (userId === undefined || !queue || acd.agents.state(userId) !== 'IDLE') return start();
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

  #isWithinWindow({ endedAt }: Conversation): boolean {
    const { clock, settings } = this.runtime;
    return endedAt !== undefined && clock.now() - endedAt < settings.threadingWindow;
  }
}

const keyOf = (customer: string, number: string): string => `${customer} ${number}`;

const lastAgentOf = ({ participants }: Conversation): Participant | undefined =>
  [...participants].reverse().find(({ purpose, connectedAt }) => purpose === 'agent' && connectedAt !== undefined);
