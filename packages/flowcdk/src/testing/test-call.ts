import type { DurationLiteral } from '../architect/types';
import type { VirtualClock } from '../emulator/runtime/clock';
import type { PlacedCall } from '../emulator/runtime/conversation/placed-call';
import type { EventName, EventOf, LoggedEvent } from '../emulator/runtime/events';
import type { Runtime } from '../emulator/runtime/runtime';
import { conversationsOf, longestSilence, momentsOf, type Silence, silencesOf, timeline } from '../inspect/timeline';
import { KitProblem } from './kit-problem';
import { type EndOptions, nextEvent, restOf, says } from './rest-of-conversation';
import { lengthOf } from './test-mistakes';
import { areKeys } from '../emulator/runtime/telephone-keys';

/** More about the sentiment of a call. */
export interface SentimentOptions {
  /** From the end of the call until the analysis is ready. @default at once */
  readonly after?: DurationLiteral | undefined;
  /** How the sentiment changed during the call: negative if it got worse. @default the analysis says nothing of it */
  readonly trend?: number | undefined;
}

/** A call in a test, from the caller's side. Time goes on only while the test waits for something. */
export class TestCall {
  /** Number of the event that the test waited for last. The next wait looks only at later events. */
  #seen = 0;

  constructor(
    private readonly runtime: Runtime,
    private readonly clock: VirtualClock,
    private readonly placed: PlacedCall,
  ) {}

  get conversationId(): string {
    return this.placed.conversation.id;
  }

  /** Whether the call is over for the caller. */
  get ended(): boolean {
    return this.placed.ended;
  }

  /** All events of this conversation, in order, including those of the workflows that served it. */
  get events(): readonly LoggedEvent[] {
    return this.runtime.log.events.filter(({ conversationId }) => conversationId === this.conversationId);
  }

  /** The same with the events of the callbacks that come from the call. Each is a conversation of its own. */
  get story(): readonly LoggedEvent[] {
    const { events } = this.runtime.log;
    const ofStory = conversationsOf(events, this.conversationId);
    return events.filter(({ conversationId }) => conversationId !== undefined && ofStory.has(conversationId));
  }

  /** The events of one kind. */
  eventsOf<K extends EventName>(type: K): readonly EventOf<K>[] {
    return this.events.filter((event): event is EventOf<K> => event.type === type);
  }

  /** What the caller heard, in order, including what was cut off. */
  get heard(): readonly string[] {
    return this.eventsOf('audio.ended').flatMap(({ text }) => (text === '' ? [] : [text]));
  }

  /** The visible part of the caller's participant data. */
  get participantData(): Readonly<Record<string, string>> {
    const { data, customer } = this.placed.conversation;
    return Object.fromEntries(data.of(customer.id));
  }

  /** The times in which the caller heard nothing and was not asked anything, until a queue or an agent took the call. */
  get silences(): readonly Silence[] {
    return silencesOf(this.events, this.conversationId);
  }

  /** Milliseconds. */
  get longestSilence(): number {
    return longestSilence(this.silences);
  }

  /** The story of the call as text, for people. */
  timeline(width?: number): string {
    return timeline(momentsOf(this.runtime.log.events, this.conversationId), width === undefined ? {} : { width });
  }

  /** Presses keys now: `'1'`, `'4711#'`. */
  presses(keys: string): void {
    if (!areKeys(keys)) throw new KitProblem(`'${keys}' are no keys of a telephone; those are 0 to 9, * and #`);
    if (this.ended) throw new KitProblem(`the call is over; nobody can press ${keys} any more\n\n${this.timeline()}`);
    this.placed.press(keys);
  }

  /**
   * Says what the analysis of the call will find. It is ready some time after the call has ended; until then, and without
   * this, the API answers 404, as in the cloud.
   *
   * @param score from −100 (unhappy) to 100; `'NOT_SET'` if there is nothing to judge
   *
   * @example
   * ```ts
   * const org = await localOrg();
   * const call = org.call({ from: '+33142685300', to: '+442079460101' });
   * call.sentiment(-60, { after: seconds(90) });
   * await call.end({ agentAnswersAfter: seconds(20) });
   * ```
   */
  sentiment(score: number | 'NOT_SET', { after, trend }: SentimentOptions = {}): void {
    if (score !== 'NOT_SET' && !(score >= -100 && score <= 100))
      throw new KitProblem(`a sentiment is a number from -100 to 100, or 'NOT_SET'; it is ${score}`);
    this.runtime.sentiments.set(this.conversationId, {
      score: score === 'NOT_SET' ? undefined : score,
      trend,
      after: after === undefined ? 0 : lengthOf(after),
    });
  }

  /** Hangs up now. */
  hangsUp(): void {
    this.placed.hangUp();
  }

  /**
   * Lets time pass until the caller has heard something, after the last wait. Fails if that does not happen while the
   * call lasts.
   */
  async untilHears(what: string | RegExp): Promise<void> {
    await this.until(
      `to hear ${String(what)}`,
      'audio.ended',
      ({ text, cutOffBy }) => cutOffBy === undefined && says(text, what),
    );
  }

  /** The same, but only until the audio begins. Keys that are pressed then cut it off, where that is allowed. */
  async untilBeginsToHear(what: string | RegExp): Promise<void> {
    await this.until(`to begin to hear ${String(what)}`, 'audio.started', ({ text }) => says(text, what));
  }

  /** Lets time pass until something happens in this conversation, after the last wait. */
  async until<K extends EventName>(
    what: string,
    type: K,
    isIt: (event: EventOf<K>) => boolean = () => true,
  ): Promise<EventOf<K>> {
    const awaited = await nextEvent(this.#conversing, type, (event) => event.number > this.#seen && isIt(event));
    this.#seen = awaited?.number ?? this.runtime.log.newest;
    if (awaited) return awaited;
    const why = this.ended ? 'the call ended before' : 'it did not happen within an hour';
    throw new KitProblem(`waited ${what}, but ${why}\n\n${this.timeline()}`);
  }

  /** Lets so much time pass. */
  async waits(duration: DurationLiteral): Promise<void> {
    await this.clock.run(() => false, this.clock.now() + lengthOf(duration));
  }

  /**
   * Lets the rest of the call happen: the rest of the flow, the queue, an agent, after-call work, and the workflows
   * that the end of the call starts.
   */
  async end(options: EndOptions = {}): Promise<void> {
    await restOf(this.#conversing, options, () => this.placed.hangUp());
  }

  get #conversing() {
    const { runtime, clock, conversationId } = this;
    return { runtime, clock, conversationId, ended: () => this.ended };
  }
}
