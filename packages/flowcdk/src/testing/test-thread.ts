import type { DurationLiteral } from '../architect/types';
import type { VirtualClock } from '../emulator/runtime/clock';
import type { Conversation } from '../emulator/runtime/conversation/conversation';
import type { EventName, EventOf, LoggedEvent } from '../emulator/runtime/events';
import { NotRouted } from '../emulator/runtime/messages/not-routed';
import type { Runtime } from '../emulator/runtime/runtime';
import { conversationsOf, momentsOf, timeline } from '../inspect/timeline';
import { KitProblem } from './kit-problem';
import { type EndOptions, nextEvent, restOf, says } from './rest-of-conversation';
import { lengthOf } from './test-mistakes';

/** A customer, a number of the org, and what the customer writes. Numbers are in E.164. */
export interface Texting {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** The name of the customer. */
  readonly name?: string | undefined;
}

/**
 * A conversation of text messages in a test, from the customer's side. Time goes on only while the test waits for
 * something.
 *
 * @example
 * ```ts
 * const org = await localOrg({ flows: ['flows/texts.yaml'] });
 * const thread = org.text({ from: '+33142685300', flow: 'Texts', text: 'CALLBACK' });
 * await thread.untilReceives(/call you back/i);
 * ```
 */
export class TestThread {
  /** Number of the event that the test waited for last. The next wait looks only at later events. */
  #seen = 0;
  #conversation: Conversation;

  constructor(
    private readonly runtime: Runtime,
    private readonly clock: VirtualClock,
    private readonly texting: Texting,
  ) {
    this.#conversation = this.#write(texting.text);
  }

  /** The id of the conversation. A message after the threading window begins another one. */
  get conversationId(): string {
    return this.#conversation.id;
  }

  /** Whether the conversation is over. A message within the threading window goes on with it. */
  get ended(): boolean {
    return this.#conversation.endedAt !== undefined;
  }

  /** All events of this conversation, in order, including those of the workflows that served it. */
  get events(): readonly LoggedEvent[] {
    return this.runtime.log.events.filter(({ conversationId }) => conversationId === this.conversationId);
  }

  /** The same with the events of the callbacks that come from the conversation. Each is a conversation of its own. */
  get story(): readonly LoggedEvent[] {
    const { events } = this.runtime.log;
    const ofStory = conversationsOf(events, this.conversationId);
    return events.filter(({ conversationId }) => conversationId !== undefined && ofStory.has(conversationId));
  }

  /** The events of one kind. */
  eventsOf<K extends EventName>(type: K): readonly EventOf<K>[] {
    return this.events.filter((event): event is EventOf<K> => event.type === type);
  }

  /** The texts that the org has sent to the customer in this conversation, in order, whether they have arrived or not. */
  get texts(): readonly string[] {
    return this.runtime.org
      .all('sentMessage')
      .flatMap(({ conversationId, text }) => (conversationId === this.conversationId ? [text] : []));
  }

  /** The visible part of the customer's participant data. */
  get participantData(): Readonly<Record<string, string>> {
    const { data, customer } = this.#conversation;
    return Object.fromEntries(data.of(customer.id));
  }

  /** The story of the conversation as text, for people. */
  timeline(width?: number): string {
    return timeline(momentsOf(this.runtime.log.events, this.conversationId), width === undefined ? {} : { width });
  }

  /** The customer writes again, now. */
  writes(text: string): void {
    this.#conversation = this.#write(text);
  }

  /** The agent who has the conversation writes to the customer. Throws a {@link KitProblem} where no agent has it. */
  agentWrites(text: string): void {
    const { log, acd } = this.runtime;
    const id = this.conversationId;
    if (!acd.talks.isTalking(id)) throw new KitProblem(`no agent has the conversation\n\n${this.timeline()}`);
    log.afterwards(() => acd.talks.write(id, text));
  }

  /** Lets time pass until the org sends a text with these words, after the last wait. */
  async untilReceives(what: string | RegExp): Promise<void> {
    await this.until(`to receive ${String(what)}`, 'message.queued', ({ text }) => says(text, what));
  }

  /** Lets time pass until something happens in this conversation, after the last wait. */
  async until<K extends EventName>(
    what: string,
    type: K,
    isIt: (event: EventOf<K>) => boolean = () => true,
  ): Promise<EventOf<K>> {
    const conversing = { ...this.#conversing, ended: () => false };
    const awaited = await nextEvent(conversing, type, (event) => event.number > this.#seen && isIt(event));
    this.#seen = awaited?.number ?? this.runtime.log.newest;
    if (awaited) return awaited;
    throw new KitProblem(`waited ${what}, but it did not happen within an hour\n\n${this.timeline()}`);
  }

  /** Lets so much time pass. */
  async waits(duration: DurationLiteral): Promise<void> {
    await this.clock.run(() => false, this.clock.now() + lengthOf(duration));
  }

  /**
   * Lets the rest of the conversation happen: the rest of the flow, the queue, an agent, after-call work, and the
   * workflows that its end starts. Without `agentAnswersAfter` a conversation in a queue waits on.
   */
  async end(options: EndOptions = {}): Promise<void> {
    await restOf(this.#conversing, options, undefined);
  }

  get #conversing() {
    const { runtime, clock, conversationId } = this;
    return { runtime, clock, conversationId, ended: () => this.ended };
  }

  #write(text: string): Conversation {
    const { from, to, name } = this.texting;
    try {
      return this.runtime.inbox.receive({ from, to, text, name });
    } catch (problem) {
      if (problem instanceof NotRouted) throw new KitProblem(`nobody answers: ${problem.message}`);
      throw problem;
    }
  }
}
