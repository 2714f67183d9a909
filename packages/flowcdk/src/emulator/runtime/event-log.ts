import type { Clock } from './clock';
import { bounded } from './event-bounds';
import type { EventName, EventOf, EventPlace, Events, LoggedEvent } from './events';

/** A function that gets every event, right when it happens. */
export type Listener = (event: LoggedEvent) => void;

export interface EventLogOptions {
  readonly clock: Clock;
  /** How many events the log keeps for later readers; it drops older ones. @default all */
  readonly keep?: number | undefined;
  /**
   * The most memory of the kept events, in bytes (an estimate); the log drops older ones, and cuts what is long in an
   * event. @default no bound, and nothing is cut
   */
  readonly keepBytes?: number | undefined;
}

/** The one stream of everything that happens in an org. It is the only source for tests, timelines and pages. */
export class EventLog {
  #events: LoggedEvent[] = [];
  /** The estimated bytes of each kept event, where the log has a bound for them. */
  #sizes: number[] = [];
  #bytes = 0;
  #number = 0;
  /** How many listeners run now, one inside another. */
  #telling = 0;
  readonly #listeners = new Set<Listener>();
  /** Listeners of certain kinds of events only. */
  readonly #byKind = new Map<EventName, Set<Listener>>();

  constructor(private readonly options: EventLogOptions) {}

  /** The events that the log keeps, oldest first. */
  get events(): readonly LoggedEvent[] {
    return this.#events;
  }

  /** The number of the newest event; 0 if nothing has happened yet. */
  get newest(): number {
    return this.#number;
  }

  add<K extends EventName>(type: K, place: EventPlace, fields: Events[K]): void {
    const { clock, keep = Infinity, keepBytes } = this.options;
    this.#number += 1;
    const listening = this.#byKind.get(type);
    // If the log keeps nothing, nobody reads most events of a busy hour.
    if (!this.wants(type)) return;
    const whole = { number: this.#number, at: clock.now(), type, ...place, ...fields } as unknown as LoggedEvent;
    const event = keepBytes === undefined ? whole : this.#measured(whole);
    if (keep > 0) this.#events.push(event);
    // It drops half of the events at once. Moving the rest for each new event would cost more than the event itself.
    if (this.#events.length > 2 * keep) this.#drop(this.#events.length - keep);
    if (this.#bytes > (keepBytes ?? Infinity)) this.#drop(this.#countUntil(this.#bytes / 2));
    this.#telling += 1;
    try {
      for (const listener of this.#listeners) listener(event);
      if (listening) for (const listener of listening) listener(event);
    } finally {
      this.#telling -= 1;
    }
  }

  /** Lets a person do something now. If a listener calls it, the action waits until the event in progress is over. */
  afterwards(act: () => void): void {
    if (this.#telling > 0) this.options.clock.after(0, act);
    else act();
  }

  /** Whether anybody would read an event of this kind. If nobody would, the runtime need not build the event. */
  wants(kind: EventName): boolean {
    return this.options.keep !== 0 || this.#listeners.size > 0 || this.#byKind.has(kind);
  }

  /** Listens from now on. The function that it returns ends that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Listens to events of some kinds only. */
  listenTo<K extends EventName>(kinds: readonly K[], listener: (event: EventOf<K>) => void): () => void {
    const ofAnyKind = listener as Listener;
    for (const kind of kinds) {
      const known = this.#byKind.get(kind) ?? new Set<Listener>();
      this.#byKind.set(kind, known.add(ofAnyKind));
    }
    return () => {
      for (const kind of kinds) this.#byKind.get(kind)?.delete(ofAnyKind);
    };
  }

  clear(): void {
    this.#drop(this.#events.length);
  }

  #measured(whole: LoggedEvent): LoggedEvent {
    const { event, bytes } = bounded(whole);
    if (this.options.keep === 0) return event;
    this.#sizes.push(bytes);
    this.#bytes += bytes;
    return event;
  }

  /** How many of the oldest events take so many bytes. */
  #countUntil(bytes: number): number {
    let [number, sum] = [0, 0];
    while (sum < bytes && number < this.#sizes.length) sum += this.#sizes[number++] ?? 0;
    return number;
  }

  /** Drops the oldest events. */
  #drop(number: number): void {
    this.#events = this.#events.slice(number);
    for (const size of this.#sizes.slice(0, number)) this.#bytes -= size;
    this.#sizes = this.#sizes.slice(number);
  }
}
