/** The use of a limit. */
export interface Usage {
  /** The count, with the present request unless it exceeds the limit. */
  readonly count: number;
  readonly allowed: number;
  /** Seconds until the counting starts anew; at least 1. */
  readonly reset: number;
  readonly exceeded: boolean;
}

/** The use of something without a limit, which nobody counts. */
const UNLIMITED: Usage = { count: 0, allowed: Infinity, reset: 1, exceeded: false };

/**
 * Counts requests in a window of time. The window begins with its first request (assumed: the platform says when the
 * counting starts anew, but not when it began).
 */
export class RateCounter {
  readonly #windows = new Map<string, { began: number; count: number }>();
  #sweepAt = 0;

  /**
   * @param now milliseconds
   * @param length milliseconds of a window
   */
  constructor(
    private readonly now: () => number,
    private readonly length = 60_000,
  ) {}

  /** Counts one more request of a caller against the allowed number. Refused requests do not count. */
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

  /** Forgets callers without recent requests, so that memory does not grow with the tokens of a long life. */
  #sweep(now: number): void {
    if (now < this.#sweepAt) return;
    this.#sweepAt = now + this.length;
    for (const [who, { began }] of this.#windows) if (now - began >= this.length) this.#windows.delete(who);
  }
}

/** Counts things that happen at the same time. */
export class PlaceCounter {
  #taken = 0;

  /** Takes a place and gives the function that frees it. Undefined where all allowed places are taken. */
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
