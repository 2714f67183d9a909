import { defaultLimits, type LimitName } from '../emulator/limits/limits';

/** How much of a limit of the platform was used. */
export interface LimitUse {
  /** By the platform's own name. */
  readonly limit: LimitName;
  /** The most in one minute. */
  readonly most: number;
  /** What an organisation may have in one minute. */
  readonly allowed: number;
}

/** Counts things minute by minute. */
export class PerMinute {
  #minute = 0;
  #now = 0;
  #most = 0;
  #all = 0;

  constructor(private readonly now: () => number) {}

  get all(): number {
    return this.#all;
  }

  add(): void {
    const minute = Math.floor(this.now() / 60_000);
    if (minute !== this.#minute) this.#now = 0;
    this.#minute = minute;
    this.#now += 1;
    this.#all += 1;
    this.#most = Math.max(this.#most, this.#now);
  }

  /** How much of a limit that was. */
  of(limit: LimitName): LimitUse {
    return { limit, most: this.#most, allowed: defaultLimits[limit] };
  }
}
