import { namedTopic, type NamedTopic } from '../process-automation/notification-topics';
import type { Topic } from '../process-automation/topic';
import { ListenerApi } from './api';
import { deadLettersInMemory } from './dead-letters';
import { Delivery } from './delivery';
import { listFor, topicNames } from './expansion';
import { hasLateTopics, refillGap } from './gap-refill';
import { type Heard, type HeardOf, keyOf, type Listening, listeningTo, topicNameOf } from './heard';
import { Line, type LineState } from './line';
import type { Frame } from './link';
import type { ListenerMetrics, ListenerStatus, ListenOptions } from './listen-options';
import { type ListenerPorts, machineClock } from './ports';
import { spread, TOPICS_OF_CHANNEL } from './shards';
import { openWebSocket } from './web-socket';

const MINUTE = 60_000;
/** Between two writes of the position. Milliseconds. */
const SAVES_EVERY = 5_000;
/** Keys in a position: more events than come between two writes. */
const KEPT_KEYS = 5_000;

/** Listens to topics of the notification service. {@link listen} starts one. */
export class Listener {
  readonly #options: ListenOptions;
  readonly #ports: ListenerPorts;
  readonly #api: ListenerApi;
  readonly #delivery: Delivery;
  readonly #named = new Map<string, NamedTopic | undefined>();
  readonly #rejected = new Set<string>();
  readonly #counts = { gaps: 0, gapMilliseconds: 0, rotations: 0, apiCalls: 0 };
  readonly #cancels = new Set<() => void>();
  #listening: readonly Listening[];
  #lines: Line[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #changes: Promise<unknown> = Promise.resolve();
  #refills = 0;
  /** The beginnings of gaps that analytics may not show yet. The position stays before them. */
  readonly #openGaps = new Set<{ readonly from: number }>();
  /** The ids that `*` stands for, by the list that was read. */
  readonly #lists = new Map<string, readonly string[]>();
  #listedAt = 0;
  #status: ListenerStatus;
  /** One write of the position after another. */
  #saving: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  /** @param handle gets every event, one after another */
  constructor(listening: readonly Listening[], handle: (heard: Heard) => void | Promise<void>, options: ListenOptions) {
    const { clock = machineClock, fetch = globalThis.fetch, openSocket = openWebSocket } = options;
    const { token, retries = 3, mostWaiting = 10_000, onDeadLetter, onProblem } = options;
    this.#options = options;
    this.#listening = listening;
    this.#ports = { clock, fetch, openSocket };
    this.#status = { state: 'connecting', since: clock.now(), why: 'started' };
    this.#api = new ListenerApi({
      clock,
      fetch,
      api: options.api.replace(/\/+$/, ''),
      token: typeof token === 'string' ? () => token : token,
      onCall: () => (this.#counts.apiCalls += 1),
    });
    this.#delivery = new Delivery({
      clock,
      handle,
      retries,
      mostWaiting,
      onDeadLetter,
      onProblem,
      deadLetters: options.deadLetters ?? deadLettersInMemory(),
      onFull: () => this.#lines.forEach((line) => line.pause()),
      onEmptied: () => this.#lines.forEach((line) => line.resume()),
    });
  }

  /** Goes live. What happened since the kept position is refilled. */
  async start(): Promise<void> {
    refuseWrong(this.#listening);
    const position = await this.#options.positions?.load();
    if (position) this.#delivery.remember(position.keys);
    this.#listedAt = this.#ports.clock.now();
    // Another clock may have written a position that is later than now.
    await this.#apply(await this.#names(), position && Math.min(position.at, this.#listedAt));
    // Without queues and users `*` stands for nothing, and nothing is missed.
    if (this.#lines.length === 0) this.#tell('live', 'there is no queue or user to listen to yet');
    this.#every(this.#options.relistEvery ?? 5 * MINUTE, () => this.#relist());
    if (this.#options.positions) this.#every(SAVES_EVERY, () => this.#save());
  }

  get status(): ListenerStatus {
    return this.#status;
  }

  get metrics(): ListenerMetrics {
    return {
      ...this.#delivery.counts,
      ...this.#counts,
      waiting: this.#delivery.waiting,
      channels: this.#lines.length,
      topics: this.topics.length,
      rejected: this.#rejected.size,
    };
  }

  /** The topics that are listened to, with every `*` written out. */
  get topics(): readonly string[] {
    return this.#lines.flatMap(({ topics }) => topics);
  }

  /**
   * Listens to more topics. It resolves when they are heard. Where a socket is mended just now, it resolves at once: they
   * are heard with the next one, and what happens until then is refilled.
   *
   * @param since refills what happened from then on, in milliseconds since 1970. @default hears what is new
   * @throws Error for topics beyond what the channels of a client take, and ListenerRefused where the org does not take
   *   them. Then nothing has changed
   */
  add(listening: readonly Listening[], since?: number): Promise<void> {
    refuseWrong(listening);
    return this.#change(async () => {
      const known = new Set(this.#listening.map(topicNameOf));
      await this.#listenTo([...this.#listening, ...listening.filter((entry) => !known.has(topicNameOf(entry)))], since);
    });
  }

  /** Listens to these topics no longer. */
  remove(listening: readonly Listening[]): Promise<void> {
    const gone = new Set(listening.map(topicNameOf));
    return this.#change(() => this.#listenTo(this.#listening.filter((entry) => !gone.has(topicNameOf(entry)))));
  }

  /** Hands every dead letter over again. */
  redrive(): Promise<{ readonly handled: number; readonly failed: number }> {
    return this.#delivery.redrive();
  }

  /** Resolves when no event waits for the handler and no refill is under way. */
  async idle(): Promise<void> {
    await this.#changes;
    while (this.#refills > 0 || this.#delivery.waiting > 0) {
      await this.#delivery.idle();
      if (this.#refills > 0) await this.#api.sleep(100);
    }
  }

  /** Hears nothing more, lets the handler finish what waits, and keeps the position. */
  async stop(): Promise<void> {
    if (this.#isStopped) return;
    const isWhole = this.#isWhole;
    this.#isStopped = true;
    for (const cancel of this.#cancels) cancel();
    for (const line of this.#lines) line.stop();
    this.#api.stop();
    this.#delivery.stop();
    await this.#delivery.idle();
    if (isWhole && !this.#delivery.hasDropped) await this.#keep();
  }

  /** Changes what is listened to, or nothing where that fails. */
  async #listenTo(listening: readonly Listening[], since?: number): Promise<void> {
    const before = this.#listening;
    this.#listening = listening;
    try {
      await this.#apply(await this.#names(), since);
    } catch (problem) {
      this.#listening = before;
      // A line that the org refuses again comes back to its topics later.
      await this.#names()
        .then((names) => this.#apply(names, undefined))
        .catch(() => undefined);
      throw problem;
    }
  }

  /** Topics with their `*` as they were written out last, so that a change needs no list. */
  async #names(): Promise<readonly string[]> {
    return topicNames(this.#api, this.#listening, this.#lists);
  }

  #change(work: () => Promise<void>): Promise<void> {
    const next = this.#changes.then(() => (this.#isStopped ? undefined : work()));
    this.#changes = next.catch(() => undefined);
    return next;
  }

  /** Spreads topics over lines. New topics are refilled from a moment on. */
  async #apply(names: readonly string[], since: number | undefined): Promise<void> {
    const before = this.#lines.map(({ topics }) => topics);
    const shards = spread(before, names, this.#options.topicsPerChannel ?? TOPICS_OF_CHANNEL);
    for (const [i, topics] of shards.entries()) {
      const line = this.#lines[i];
      if (!line) {
        if (topics.length === 0) continue;
        this.#lines[i] = this.#newLine();
        await this.#lines[i].start(topics, since);
      } else if (!isSame(topics, line.topics)) await line.change(topics, since);
    }
    const [old, now] = [new Set(before.flat()), new Set(this.topics)];
    const change = {
      added: [...now].filter((name) => !old.has(name)),
      removed: [...old].filter((name) => !now.has(name)),
    };
    if (change.added.length > 0 || change.removed.length > 0) this.#options.onTopics?.(change);
  }

  #newLine(): Line {
    const { renewAfter = 23 * 60 * MINUTE, overlap = 10_000, onRejected } = this.#options;
    return new Line({
      ...this.#ports,
      api: this.#api,
      renewAfter,
      overlap,
      isPaused: () => this.#delivery.isFull,
      onFrame: (frame) => this.#hear(frame),
      onState: (state, why) => this.#onLine(state, why),
      onGap: (topics, from, to) => this.#refill(topics, from, to, true),
      onFresh: (topics, from, to) => this.#refill(topics, from, to, false),
      onRotation: () => (this.#counts.rotations += 1),
      onRejected: (topic, reason) => {
        this.#rejected.add(topic);
        onRejected?.(topic, reason);
      },
      inTurn: (work) => {
        const next = this.#turn.then(work);
        this.#turn = next.catch(() => undefined);
        return next;
      },
    });
  }

  #hear({ topicName, eventBody, correlationId, contentHash }: Frame): void {
    if (!this.#named.has(topicName)) this.#named.set(topicName, namedTopic(topicName));
    const named = this.#named.get(topicName);
    const topic = named?.topic.name ?? topicName;
    this.#delivery.take({
      topicName,
      topic,
      id: named?.ids[0] ?? '',
      event: eventBody,
      at: this.#ports.clock.now(),
      from: 'socket',
      key: keyOf(topic, topicName, eventBody, correlationId, contentHash),
    });
  }

  /** Refills a gap now, and once more when analytics are surely there. */
  #refill(topics: readonly string[], from: number, to: number, isGap: boolean): void {
    const { refill = true, margin = 5_000, analyticsLag = 5 * MINUTE, onGap } = this.#options;
    if (isGap) {
      this.#counts.gaps += 1;
      this.#counts.gapMilliseconds += to - from;
    }
    if (!refill || this.#isStopped) return;
    const { clock } = this.#ports;
    const questions = new Set<string>();
    const ask = async (which: 'all' | 'late'): Promise<void> => {
      this.#refills += 1;
      const gap = await refillGap(
        {
          api: this.#api,
          take: (heard) => !this.#isStopped && this.#delivery.take(heard),
          now: () => clock.now(),
          margin,
          questions,
        },
        topics,
        from,
        to,
        which,
      ).finally(() => (this.#refills -= 1));
      if (isGap && which === 'all') onGap?.(gap);
    };
    void ask('all');
    if (analyticsLag <= 0) return;
    const gap = { from };
    if (isGap && hasLateTopics(topics)) this.#openGaps.add(gap);
    this.#after(analyticsLag, () => void ask('late').finally(() => this.#openGaps.delete(gap)));
  }

  get #isWhole(): boolean {
    return this.#lines.every(({ state }) => state === 'live') && this.#refills === 0;
  }

  #onLine(state: LineState, why: string): void {
    const states = this.#lines.map((line) => line.state);
    const next = this.#isStopped
      ? 'stopped'
      : states.includes('gap') || state === 'gap'
        ? 'stale'
        : states.every((each) => each === 'live')
          ? 'live'
          : 'connecting';
    this.#tell(next, why);
  }

  #tell(state: ListenerStatus['state'], why: string): void {
    if (state === this.#status.state) return;
    this.#status = { state, since: this.#ports.clock.now(), why };
    this.#options.onStatus?.(this.#status);
  }

  /** New queues and users are heard from the time on at which the list did not have them. */
  async #relist(): Promise<void> {
    if (!this.#listening.some(({ id }) => id === '*')) return;
    await this.#change(async () => {
      const since = this.#listedAt;
      const at = this.#ports.clock.now();
      this.#lists.clear();
      await this.#apply(await this.#names(), since);
      this.#listedAt = at;
    }).catch((problem: unknown) => this.#onProblem('the list of queues or users', problem));
  }

  async #save(): Promise<void> {
    if (this.#isWhole) await this.#keep();
  }

  #keep(): Promise<void> {
    const { positions } = this.#options;
    const { clock } = this.#ports;
    const until = this.#delivery.waiting === 0 ? clock.now() : this.#delivery.handledAt;
    if (!positions || until === undefined) return Promise.resolve();
    const at = Math.min(until, ...[...this.#openGaps].map(({ from }) => from));
    const position = { at, keys: this.#delivery.keys(KEPT_KEYS) };
    const saved = this.#saving
      .then(() => positions.save(position))
      .catch((problem: unknown) => this.#onProblem('the position', problem));
    this.#saving = saved;
    return saved;
  }

  #onProblem(what: string, problem: unknown): void {
    this.#options.onProblem?.(`${what}: ${problem instanceof Error ? problem.message : String(problem)}`);
  }

  #every(milliseconds: number, act: () => Promise<void>): void {
    this.#after(milliseconds, () => {
      void act().finally(() => {
        if (!this.#isStopped) this.#every(milliseconds, act);
      });
    });
  }

  #after(milliseconds: number, act: () => void): void {
    const cancel = this.#ports.clock.after(milliseconds, () => {
      this.#cancels.delete(cancel);
      act();
    });
    this.#cancels.add(cancel);
  }
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

/** @throws Error that names every topic that cannot be listened to */
function refuseWrong(listening: readonly Listening[]): void {
  const problems = listening.flatMap((entry) => problemOf(entry) ?? []);
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

function problemOf(entry: Listening): string | undefined {
  const { topic, id } = entry;
  if (id === '*' && listFor(entry) === undefined)
    return `${topic.name}: '*' stands for every queue or every user; this topic needs an id`;
  if (id === '' && topic.name.includes('{id}')) return `${topic.name}: the id is empty`;
  return undefined;
}

/** What can be listened to: a topic with an id, or its name as text. */
export type ListenTo = Listening | string;

/**
 * Listens to topics of the notification service and hands every event to a handler, one after another and each once. It
 * renews its channels, mends its sockets, and asks the API for what a gap swallowed, as far as the API has it:
 * {@link refillTable}.
 *
 * @returns the listener, when it is live
 * @throws Error that names every topic that Flowcdk does not know or that needs an id, ListenerRefused where the org refuses the start, and the reason of
 *   `signal` where it ends the start
 * @example
 * ```ts
 * const listener = await listen(
 *   [on(queueObservations, '*'), on(userPresence, '*')],
 *   (heard) => console.log(heard.topic, heard.id, heard.event),
 *   { api: 'http://127.0.0.1:8083', token: 'local' },
 * );
 * await listener.stop();
 * ```
 */
export async function listen<const L extends readonly ListenTo[]>(
  topics: L,
  handle: (heard: HeardOf<L[number]>) => void | Promise<void>,
  options: ListenOptions,
): Promise<Listener> {
  const listening = listeningIn(topics);
  const { signal } = options;
  signal?.throwIfAborted();
  const listener = new Listener(listening, handle as (heard: Heard) => void | Promise<void>, options);
  signal?.addEventListener('abort', () => void listener.stop(), { once: true });
  await listener.start();
  signal?.throwIfAborted();
  return listener;
}

function listeningIn(topics: readonly ListenTo[]): readonly Listening<Topic>[] {
  const listening: Listening<Topic>[] = [];
  const problems: string[] = [];
  for (const entry of topics) {
    const read = typeof entry === 'string' ? listeningTo(entry) : entry;
    const problem = read ? problemOf(read) : `${String(entry)}: Flowcdk knows no such topic`;
    if (problem !== undefined) problems.push(problem);
    if (read) listening.push(read);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return listening;
}
