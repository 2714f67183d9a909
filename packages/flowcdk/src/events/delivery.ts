import type { DeadLetter, DeadLetterStore } from './dead-letters';
import type { Heard } from './heard';
import type { ListenerClock } from './ports';
import { RecentKeys } from './recent-keys';

export interface DeliveryOptions {
  readonly clock: ListenerClock;
  readonly handle: (heard: Heard) => void | Promise<void>;
  /** How often an event is handed over again after an error. */
  readonly retries: number;
  readonly deadLetters: DeadLetterStore;
  /** So many events may wait. With more the sockets pause. */
  readonly mostWaiting: number;
  readonly onFull: () => void;
  /** The waiting events have become few again. */
  readonly onEmptied: () => void;
  readonly onDeadLetter?: ((heard: Heard, problem: string) => void) | undefined;
  readonly onProblem?: ((problem: string) => void) | undefined;
}

/** How many keys are surely remembered. A day of a busy centre has fewer events of calls. */
const REMEMBERED = 200_000;
/** How many keys of handled events can be listed, besides those of events that wait. */
const LISTED = 10_000;
/** The first wait after an error; each wait after it is twice as long. Milliseconds. */
const FIRST_WAIT = 1_000;
/** The longest wait for a store of dead letters that takes none. Milliseconds. */
const LONGEST_WAIT = 60_000;

/** Hands events to the handler, one after another, each once. */
export class Delivery {
  readonly counts = { heard: 0, delivered: 0, duplicates: 0, refilled: 0, retries: 0, deadLetters: 0 };
  readonly #keys: RecentKeys;
  #waiting: Heard[] = [];
  #next = 0;
  #isBusy = false;
  #isFull = false;
  #whenIdle: (() => void)[] = [];
  #redriving: Promise<unknown> = Promise.resolve();
  #isStopping = false;
  #endWait = (): void => undefined;
  /** When the newest handled event was heard. */
  handledAt: number | undefined;
  /** An event was neither handled nor kept as a dead letter, because the delivery was stopped. */
  hasDropped = false;

  constructor(private readonly options: DeliveryOptions) {
    this.#keys = new RecentKeys(REMEMBERED, options.mostWaiting + LISTED);
  }

  get waiting(): number {
    return this.#waiting.length - this.#next + Number(this.#isBusy);
  }

  /** Whether too many events wait. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** The newest keys, for the position. Those of events that wait are not among them. */
  keys(count: number): readonly string[] {
    if (this.#next === this.#waiting.length) return this.#keys.newest(count);
    const waiting = new Set(this.#waiting.slice(this.#next).map(({ key }) => key));
    return this.#keys.newest(count + waiting.size).filter((key) => !waiting.has(key));
  }

  /** Events with these keys were handled before. */
  remember(keys: readonly string[]): void {
    for (const key of keys) this.#keys.add(key);
  }

  /** Takes an event, unless it came before. Gives whether it is new. */
  take(heard: Heard): boolean {
    this.counts.heard += 1;
    if (!this.#keys.add(heard.key)) {
      this.counts.duplicates += 1;
      return false;
    }
    if (heard.from === 'refill') this.counts.refilled += 1;
    this.#waiting.push(heard);
    if (!this.#isFull && this.waiting > this.options.mostWaiting) {
      this.#isFull = true;
      this.options.onFull();
    }
    if (!this.#isBusy) void this.#run();
    return true;
  }

  /** Hands every dead letter over again, one redrive after another. Gives how many were handled now. */
  redrive(): Promise<{ readonly handled: number; readonly failed: number }> {
    const next = this.#redriving.then(() => this.#redrive());
    this.#redriving = next.catch(() => undefined);
    return next;
  }

  async #redrive(): Promise<{ readonly handled: number; readonly failed: number }> {
    const { deadLetters } = this.options;
    const letters = await deadLetters.takeAll();
    let handled = 0;
    for (const { heard } of letters) {
      // The others stay in the store for the next start.
      if (this.#isStopping) return { handled, failed: letters.length - handled };
      if (await this.#handled(heard)) handled += 1;
    }
    if (!this.hasDropped) await deadLetters.forget();
    return { handled, failed: letters.length - handled };
  }

  /** Nobody waits any longer for a store of dead letters that takes none. */
  stop(): void {
    this.#isStopping = true;
    this.#endWait();
  }

  /** Resolves when nothing waits. */
  idle(): Promise<void> {
    return this.waiting === 0 ? Promise.resolve() : new Promise((done) => this.#whenIdle.push(done));
  }

  async #run(): Promise<void> {
    this.#isBusy = true;
    while (this.#next < this.#waiting.length) {
      const heard = this.#waiting[this.#next] as Heard;
      this.#next += 1;
      // A handler that returns no promise costs no turn of the event loop.
      const outcome = this.#try(heard);
      if (outcome !== true) await this.#again(heard, outcome);
      this.handledAt = heard.at;
      if (this.#isFull && this.#waiting.length - this.#next < this.options.mostWaiting / 2) {
        this.#isFull = false;
        this.options.onEmptied();
      }
      if (this.#next >= 1_000) {
        this.#waiting = this.#waiting.slice(this.#next);
        this.#next = 0;
      }
    }
    this.#waiting = [];
    this.#next = 0;
    this.#isBusy = false;
    for (const done of this.#whenIdle.splice(0)) done();
  }

  #try(heard: Heard): true | Promise<void> | { readonly problem: unknown } {
    try {
      const outcome = this.options.handle(heard);
      if (outcome instanceof Promise) return outcome;
      this.counts.delivered += 1;
      return true;
    } catch (problem) {
      return { problem };
    }
  }

  async #again(heard: Heard, first: Promise<void> | { readonly problem: unknown }): Promise<void> {
    try {
      if (!(first instanceof Promise)) throw first.problem;
      await first;
      this.counts.delivered += 1;
    } catch (problem) {
      await this.#handled(heard, problem);
    }
  }

  /** Hands an event over until it is handled, or until it becomes a dead letter. Gives whether it was handled. */
  async #handled(heard: Heard, before?: unknown): Promise<boolean> {
    const { clock, retries, handle, onDeadLetter } = this.options;
    let problem = before;
    for (let tries = before === undefined ? 0 : 1; tries <= retries; tries += 1) {
      if (tries > 0) {
        this.counts.retries += 1;
        await new Promise<void>((done) => clock.after(FIRST_WAIT * 2 ** (tries - 1), done));
      }
      try {
        await handle(heard);
        this.counts.delivered += 1;
        return true;
      } catch (thrown) {
        problem = thrown;
      }
    }
    const reason = messageOf(problem);
    this.counts.deadLetters += 1;
    await this.#keep({ heard, problem: reason, at: clock.now() });
    onDeadLetter?.(heard, reason);
    return false;
  }

  /** Waits for a store that takes nothing, such as a full disk: nothing goes on without the letter. */
  async #keep(letter: DeadLetter): Promise<void> {
    const { clock, deadLetters, onProblem } = this.options;
    for (let wait = FIRST_WAIT; ; wait = Math.min(2 * wait, LONGEST_WAIT)) {
      try {
        return await deadLetters.add(letter);
      } catch (problem) {
        onProblem?.(`the dead letters: ${messageOf(problem)}`);
      }
      if (this.#isStopping) {
        this.hasDropped = true;
        return;
      }
      await new Promise<void>((done) => {
        const cancel = clock.after(wait, done);
        this.#endWait = () => (cancel(), done());
      });
    }
  }
}

const messageOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
