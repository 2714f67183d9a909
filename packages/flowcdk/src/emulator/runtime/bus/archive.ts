import { type EventPattern, type ReadPattern, readPattern } from '../../../event-bridge';
import { type BusEvent, BusProblem } from './bus-event';

/** What an archive keeps. */
export interface ArchiveOptions {
  /** Which events. @default all */
  readonly pattern?: EventPattern | undefined;
  /** @default 0: for ever */
  readonly retentionDays?: number | undefined;
  /** The suffix of the event source whose bus it keeps. @default the only associated one */
  readonly bus?: string | undefined;
}

/** Which events of an archive are sent again. */
export interface ReplayOptions {
  /** The first and last moment at which they happened. */
  readonly from: Date;
  readonly to: Date;
  /** The names of the rules that get them. @default all rules of the bus */
  readonly rules?: readonly string[] | undefined;
}

/** The most events that an archive of the local org keeps. */
const MOST_EVENTS = 100_000;
const DAY = 86_400_000;

/** An archive of a bus. It does not keep events that are sent again (documented). */
export class Archive {
  readonly #pattern: ReadPattern;
  readonly #keeps: number;
  #events: { readonly at: number; readonly event: BusEvent }[] = [];

  /** @throws EventPatternError, BusProblem */
  constructor(
    readonly name: string,
    readonly bus: string,
    { pattern, retentionDays = 0 }: ArchiveOptions,
  ) {
    if (!/^[\w.-]{1,48}$/.test(name))
      throw new BusProblem(
        `an archive has 1 to 48 letters, digits, dots, hyphens and underscores as its name, not '${name}'`,
      );
    if (!Number.isInteger(retentionDays) || retentionDays < 0)
      throw new BusProblem(`retentionDays is ${retentionDays}; expected a whole number from 0`);
    this.#pattern = readPattern(pattern ?? { version: ['0'] });
    this.#keeps = retentionDays === 0 ? Infinity : retentionDays * DAY;
  }

  /** Whether the archive is full. It keeps nothing more then. */
  get isFull(): boolean {
    return this.#events.length >= MOST_EVENTS;
  }

  keep(event: BusEvent, now: number): void {
    if (event['replay-name'] !== undefined || this.isFull || !this.#pattern.matches(event)) return;
    this.#events.push({ at: now, event });
  }

  /** The events that it keeps now and that happened between two moments, in the order in which they happened. */
  between({ from, to }: ReplayOptions, now: number): readonly BusEvent[] {
    this.#events = this.#events.filter(({ at }) => now - at < this.#keeps);
    return this.#events
      .map(({ event }) => event)
      .filter(({ time }) => Date.parse(time) >= from.getTime() && Date.parse(time) <= to.getTime())
      .sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  }
}
