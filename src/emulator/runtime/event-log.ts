import type { Clock } from './clock';
import type { EventName, EventPlace, Events, LoggedEvent } from './events';

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
  readonly #listeners = new Set<Listener>();

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
    const event = { number: (this.#number += 1), at: clock.now(), type, ...place, ...fields } as unknown as LoggedEvent;
    if (keep > 0) this.#events.push(event);
    // Half of them at once: moving the rest for each new one would cost more than the event itself.
    if (this.#events.length > 2 * keep) this.#events = this.#events.slice(-keep);
    for (const listener of this.#listeners) listener(event);
  }

  /** Listens from now on; what it gives ends that. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#events = [];
  }
}
