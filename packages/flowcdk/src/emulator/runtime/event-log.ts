import type { Clock } from './clock';
import type { EventName, EventOf, EventPlace, Events, LoggedEvent } from './events';

/** Told of every event, right when it happens. */
export type Listener = (event: LoggedEvent) => void;

export interface EventLogOptions {
  readonly clock: Clock;
  /** How many events are kept to be read later; older ones go. @default all */
  readonly keep?: number;
}

/** The one stream of what happens in an org: the only source for tests, timelines and pages. */
export class EventLog {
  #events: LoggedEvent[] = [];
  #number = 0;
  /** How many listeners are being told of something, one from within another. */
  #telling = 0;
  readonly #listeners = new Set<Listener>();
  /** Those that listen to some kinds only. */
  readonly #byKind = new Map<EventName, Set<Listener>>();

  constructor(private readonly options: EventLogOptions) {}

  /** What is kept, oldest first. */
  get events(): readonly LoggedEvent[] {
    return this.#events;
  }

  /** The number of the newest event; 0 where nothing happened yet. */
  get newest(): number {
    return this.#number;
  }

  add<K extends EventName>(type: K, place: EventPlace, fields: Events[K]): void {
    const { clock, keep = Infinity } = this.options;
    this.#number += 1;
    const listening = this.#byKind.get(type);
    // In a busy hour of which nothing is kept, most events are for nobody.
    if (!this.wants(type)) return;
    const event = { number: this.#number, at: clock.now(), type, ...place, ...fields } as unknown as LoggedEvent;
    if (keep > 0) this.#events.push(event);
    // Half of them at once: moving the rest for each new one would cost more than the event itself.
    if (this.#events.length > 2 * keep) this.#events = this.#events.slice(-keep);
    this.#telling += 1;
    try {
      for (const listener of this.#listeners) listener(event);
      if (listening) for (const listener of listening) listener(event);
    } finally {
      this.#telling -= 1;
    }
  }

  /**
   * Lets a person do something now; where a listener wants it, right after what the listener hears of: that is still
   * going on.
   */
  afterwards(act: () => void): void {
    if (this.#telling > 0) this.options.clock.after(0, act);
    else act();
  }

  /** Whether anybody would read an event of this kind: what costs to tell need not be told otherwise. */
  wants(kind: EventName): boolean {
    return this.options.keep !== 0 || this.#listeners.size > 0 || this.#byKind.has(kind);
  }

  /** Listens from now on; what it gives ends that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The same to events of some kinds. */
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
    this.#events = [];
  }
}
