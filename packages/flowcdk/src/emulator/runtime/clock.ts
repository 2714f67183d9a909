import { setImmediate } from 'node:timers';
import { type Due, pop, push } from './due';
import { Slices } from './slices';

/**
 * Time as a parameter. Everything in the runtime that takes time asks this clock. Nothing reads the clock of the
 * machine.
 *
 * Under a {@link VirtualClock} nothing sleeps: hours pass in milliseconds, in the same order every time. A server uses
 * a {@link RealClock} and lives in the time of its users.
 */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /**
   * Runs a function after so many milliseconds. The function that it returns cancels that. It never runs the function
   * before it returns.
   */
  after(milliseconds: number, run: () => void): () => void;
  /**
   * Stops time while the runtime waits for something outside of the clock, such as an HTTP answer. The function that it
   * returns lets time go on. The real clock goes on as the machine's does, but nobody moves it ahead meanwhile.
   */
  hold(): () => void;
  /**
   * Moves the clock ahead for everything that uses it. Everything that is due meanwhile happens at its own moment. The
   * move gives way to the event loop every few milliseconds, and stands still while somebody holds the clock. A second
   * move begins when the first is over.
   *
   * @param cancelled ends the move where it is; what is due later stays due
   * @returns whether the clock got there
   */
  advance(milliseconds: number, cancelled?: AbortSignal): Promise<boolean>;
}

/** Work that is done one after another, in the order in which it came. */
class Line {
  #last: Promise<void> | undefined;

  /** Does the work when all work before it is over; at once if there is none. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let end = (): void => undefined;
    const mine = new Promise<void>((resolve) => (end = resolve));
    this.#last = mine;
    try {
      if (before) await before;
      return await work();
    } finally {
      if (this.#last === mine) this.#last = undefined;
      // Whoever waited for this work goes on before the next work begins.
      else setImmediate(end);
    }
  }
}

/**
 * The clock of a server. It runs as the machine's clock does, and can be moved ahead. Everything that is due meanwhile
 * then happens at once, in its order.
 */
export class RealClock implements Clock {
  readonly #due = new VirtualClock(0);
  readonly #moves = new Line();
  readonly #stopped = new AbortController();
  #ahead = 0;
  #isMoving = false;
  #timer: NodeJS.Timeout | undefined;

  now(): number {
    return Date.now() + this.#ahead;
  }

  after(milliseconds: number, run: () => void): () => void {
    const takeBack = this.#due.at(this.now() + Math.max(0, milliseconds), run);
    this.#wake();
    return takeBack;
  }

  hold(): () => void {
    const letGo = this.#due.hold();
    this.#wake();
    return letGo;
  }

  advance(milliseconds: number, cancelled?: AbortSignal): Promise<boolean> {
    const ends = cancelled ? AbortSignal.any([cancelled, this.#stopped.signal]) : this.#stopped.signal;
    return this.#moves.inTurn(() => this.#move(Math.max(0, milliseconds), ends));
  }

  /** Each thing happens at its own moment. What it begins then lasts as long as it should. */
  async #move(milliseconds: number, ends: AbortSignal): Promise<boolean> {
    const slices = new Slices();
    // The request for this move is a transaction. It is over before anything moves.
    await slices.next();
    const until = this.now() + milliseconds;
    this.#isMoving = true;
    try {
      while (!ends.aborted) {
        const { next, held } = this.#due;
        if (held) await this.#due.released(ends);
        else if (slices.over) await slices.next();
        else if (next === undefined || next > until) {
          this.#ahead += Math.max(0, until - this.now());
          return true;
        } else {
          this.#ahead += Math.max(0, next - this.now());
          this.#due.step();
        }
      }
      return false;
    } finally {
      this.#isMoving = false;
      this.#wake();
    }
  }

  /**
   * Stops everything that is due, because the server ends or the org begins anew. Nothing that is scheduled later
   * happens either, and moves under way end.
   */
  stop(): void {
    this.#stopped.abort();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wake(): void {
    const { next, held } = this.#due;
    // A move runs what is due itself, unless it stands still.
    if (this.#isMoving && !held) return;
    clearTimeout(this.#timer);
    if (next === undefined || this.#stopped.signal.aborted) return;
    this.#timer = setTimeout(() => this.#run(), Math.min(LONGEST_TIMEOUT, Math.max(0, next - this.now())));
  }

  #run(): void {
    const now = this.now();
    const slices = new Slices();
    while (!slices.over && !this.#stopped.signal.aborted && this.#due.step(now));
    this.#wake();
  }
}

/** The longest delay that `setTimeout` takes. It runs the function at once if the delay is longer. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/**
 * A clock that only moves when a caller moves it. Functions that are due at the same moment run in the order in which
 * they were scheduled.
 */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  readonly #due: Due[] = [];
  readonly #runs = new Line();
  #holds = 0;
  #released: (() => void)[] = [];

  /** @param start milliseconds since 1970 */
  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    return this.at(this.#now + Math.max(0, milliseconds), run);
  }

  /** Runs a function at a moment, in milliseconds since 1970. The function that it returns cancels that. */
  at(moment: number, run: () => void): () => void {
    const due: Due = { at: moment, order: (this.#order += 1), run };
    push(this.#due, due);
    return () => {
      due.run = undefined;
    };
  }

  hold(): () => void {
    let held = true;
    this.#holds += 1;
    return () => {
      if (!held) return;
      held = false;
      this.#holds -= 1;
      for (const tell of this.#released.splice(0)) tell();
    };
  }

  /** Whether somebody holds the clock. */
  get held(): boolean {
    return this.#holds > 0;
  }

  /** Resolves when one of those who hold the clock lets it go, or when the signal aborts. */
  released(ends?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (ends?.aborted) return resolve();
      const tell = (): void => {
        ends?.removeEventListener('abort', tell);
        resolve();
      };
      ends?.addEventListener('abort', tell);
      this.#released.push(tell);
    });
  }

  /** Whether nothing is scheduled any more. */
  get idle(): boolean {
    this.#dropCancelled();
    return this.#due.length === 0 && this.#holds === 0;
  }

  /** When the next function is due; undefined if none is scheduled. */
  get next(): number | undefined {
    this.#dropCancelled();
    return this.#due[0]?.at;
  }

  /** Runs the next function that is due, if it is due at `until` at the latest. Gives false if there was none. */
  step(until = Infinity): boolean {
    this.#dropCancelled();
    const due = this.#due[0];
    if (!due || due.at > until) return false;
    pop(this.#due);
    this.#now = due.at;
    due.run?.();
    return true;
  }

  /**
   * Lets time pass until a condition holds, until nothing is scheduled any more, or until a moment is reached. It waits
   * for holders of the clock, such as an HTTP answer, and gives way to the event loop every few milliseconds. A second
   * run begins when the first is over. Gives whether the condition holds.
   */
  run(stop: () => boolean = () => false, until = Infinity): Promise<boolean> {
    return this.#runs.inTurn(() => this.#run(stop, until));
  }

  async #run(stop: () => boolean, until: number, ends?: AbortSignal): Promise<boolean> {
    const slices = new Slices();
    for (;;) {
      if (stop()) return true;
      if (this.#holds > 0) await this.released(ends);
      else if (slices.over) await slices.next();
      else if (!this.step(until)) break;
    }
    if (until !== Infinity && until > this.#now) this.#now = until;
    return stop();
  }

  /** The same as `run`, without waiting. Throws if something holds the clock. */
  runNow(stop: () => boolean = () => false, until = Infinity): boolean {
    while (!stop()) {
      if (this.#holds > 0) throw new Error('something outside of the virtual clock is awaited: use run()');
      if (!this.step(until)) break;
    }
    if (!stop() && until !== Infinity && until > this.#now) this.#now = until;
    return stop();
  }

  async advance(milliseconds: number, cancelled?: AbortSignal): Promise<boolean> {
    const isCancelled = (): boolean => cancelled?.aborted === true;
    return !(await this.#runs.inTurn(() => this.#run(isCancelled, this.#now + Math.max(0, milliseconds), cancelled)));
  }

  #dropCancelled(): void {
    while (this.#due.length > 0 && this.#due[0]?.run === undefined) pop(this.#due);
  }
}
