import type { Clock } from '../clock';
import type { BusFaults } from './bus-event';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** How long Genesys Cloud tries to hand an event over (documented). */
export const HAND_OVER_WITHIN = 4 * 24 * 60 * MINUTE;
/** The times between two tries grow from a second to five minutes (assumed). */
const FIRST_PAUSE = SECOND;
const LONGEST_PAUSE = 5 * MINUTE;

/** Something that Genesys Cloud wants to hand over. */
export interface Handed {
  /** When it happened, milliseconds since 1970. */
  readonly at: number;
  /** The bus takes it. */
  arrive(): void;
  /** The bus did not take it at the first try. */
  wait(): void;
  /** Genesys Cloud gives it up. */
  lose(): void;
}

/**
 * Hands events over to EventBridge. While the bus takes nothing, they wait in one line, and Genesys Cloud tries again
 * and again. It gives up an event four days after it happened; the last try is at that moment.
 */
export class HandOver {
  faults: BusFaults = {};
  #waiting: Handed[] = [];
  #pause = FIRST_PAUSE;
  #tries = false;

  constructor(private readonly clock: Clock) {}

  /** How many events wait for the bus. */
  get waiting(): number {
    return this.#waiting.length;
  }

  offer(handed: Handed): void {
    if (!this.#isDown) return handed.arrive();
    handed.wait();
    this.#waiting.push(handed);
    this.#tryLater();
  }

  get #isDown(): boolean {
    const now = this.clock.now();
    return (this.faults.outages ?? []).some(({ from, to }) => now >= from.getTime() && now < to.getTime());
  }

  #tryLater(): void {
    if (this.#tries || this.#waiting.length === 0) return;
    this.#tries = true;
    let soonest = Infinity;
    for (const { at } of this.#waiting) soonest = Math.min(soonest, at + HAND_OVER_WITHIN);
    const pause = Math.min(this.#pause, soonest - this.clock.now());
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE);
    this.clock.after(pause, () => this.#tryAgain());
  }

  #tryAgain(): void {
    this.#tries = false;
    if (this.#isDown) {
      const over = this.clock.now() - HAND_OVER_WITHIN;
      const lost = this.#waiting.filter(({ at }) => at <= over);
      if (lost.length > 0) this.#waiting = this.#waiting.filter(({ at }) => at > over);
      for (const handed of lost) handed.lose();
      return this.#tryLater();
    }
    this.#pause = FIRST_PAUSE;
    for (const handed of this.#waiting.splice(0)) handed.arrive();
  }
}
