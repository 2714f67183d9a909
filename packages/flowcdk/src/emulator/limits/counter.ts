/** How much of what is allowed has been used. */
export interface Usage {
  /** With the one just asked for, unless it was not allowed. */
  readonly count: number;
  readonly allowed: number;
  /** Seconds until counting starts anew; at least 1. */
  readonly reset: number;
  readonly exceeded: boolean;
}

/** Nobody counts what has no limit. */
const UNLIMITED: Usage = { count: 0, allowed: Infinity, reset: 1, exceeded: false };

/**
 * Counts what happens in a stretch of time that begins with the first of it (assumed: the platform tells when counting
 * starts anew, but not when it began).
 */
export class RateCounter {
  readonly #windows = new Map<string, { began: number; count: number }>();
  #sweepAt = 0;

  /**
   * @param now milliseconds
   * @param length milliseconds of a stretch
   */
  constructor(
    private readonly now: () => number,
    private readonly length = 60_000,
  ) {}

  /** One more for somebody, of so many allowed. What is refused does not count. */
  take(who: string, allowed: number): Usage {
    if (allowed === Infinity) return UNLIMITED;
    const now = this.now();
    this.#sweep(now);
    let window = this.#windows.get(who);
    if (!window || now - window.began >= this.length) {
      window = { began: now, count: 0 };
      this.#windows.set(who, window);
    }
    const exceeded = window.count >= allowed;
    if (!exceeded) window.count += 1;
    const reset = Math.max(1, Math.ceil((window.began + this.length - now) / 1000));
    return { count: window.count, allowed, reset, exceeded };
  }

  /** Forgets those who asked for nothing of late: nobody's memory grows with the tokens of a long life. */
  #sweep(now: number): void {
    if (now < this.#sweepAt) return;
    this.#sweepAt = now + this.length;
    for (const [who, { began }] of this.#windows) if (now - began >= this.length) this.#windows.delete(who);
  }
}

/** Counts what happens at the same time. */
export class PlaceCounter {
  #taken = 0;

  /** Takes one of so many places and gives what frees it; `undefined` where all are taken. */
  enter(allowed: number): (() => void) | undefined {
    if (this.#taken >= allowed) return undefined;
    this.#taken += 1;
    let inside = true;
    return () => {
      if (inside) this.#taken -= 1;
      inside = false;
    };
  }
}
