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
   * returns lets time go on. The real clock cannot be stopped and need not be.
   */
  hold(): () => void;
  /** Moves the clock ahead for everything that uses it. Everything that is due meanwhile happens at its own moment. */
  advance(milliseconds: number): void;
}

/**
 * The clock of a server. It runs as the machine's clock does, and can be moved ahead. Everything that is due meanwhile
 * then happens at once, in its order.
 */
export class RealClock implements Clock {
  readonly #due = new VirtualClock(0);
  #ahead = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  now(): number {
    return Date.now() + this.#ahead;
  }

  after(milliseconds: number, run: () => void): () => void {
    const takeBack = this.#due.at(this.now() + Math.max(0, milliseconds), run);
    this.#wake();
    return takeBack;
  }

  hold(): () => void {
    return () => undefined;
  }

  advance(milliseconds: number): void {
    if (this.#stopped) return;
    const until = this.now() + Math.max(0, milliseconds);
    // Each thing happens at its own moment. What it begins then lasts as long as it should.
    for (let next = this.#due.next; next !== undefined && next <= until; next = this.#due.next) {
      this.#ahead += Math.max(0, next - this.now());
      this.#due.step();
    }
    this.#ahead += Math.max(0, until - this.now());
    this.#wake();
  }

  /**
   * Stops everything that is due, because the server ends or the org begins anew. Nothing that is scheduled later
   * happens either.
   */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wake(): void {
    const { next } = this.#due;
    clearTimeout(this.#timer);
    if (next === undefined || this.#stopped) return;
    this.#timer = setTimeout(() => this.#run(), Math.min(LONGEST_TIMEOUT, Math.max(0, next - this.now())));
  }

  #run(): void {
    const now = this.now();
    while (!this.#stopped && this.#due.step(now));
    this.#wake();
  }
}

/** The longest delay that `setTimeout` takes. It runs the function at once if the delay is longer. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

interface Due {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
}

/**
 * A clock that only moves when a caller moves it. Functions that are due at the same moment run in the order in which
 * they were scheduled.
 */
export class VirtualClock implements Clock {
  #now: number;
  #order = 0;
  readonly #due: Due[] = [];
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
   * for holders of the clock, such as an HTTP answer. Gives whether the condition holds.
   */
  async run(stop: () => boolean = () => false, until = Infinity): Promise<boolean> {
    for (;;) {
      if (stop()) return true;
      if (this.#holds > 0) await new Promise<void>((resolve) => this.#released.push(resolve));
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

  advance(milliseconds: number): void {
    this.runNow(() => false, this.#now + Math.max(0, milliseconds));
  }

  #dropCancelled(): void {
    while (this.#due.length > 0 && this.#due[0]?.run === undefined) pop(this.#due);
  }
}

const isSooner = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Adds to a binary heap. The soonest entry is first. */
function push(heap: Due[], due: Due): void {
  let at = heap.push(due) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[parent] as Due;
    if (!isSooner(due, above)) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = due;
}

function pop(heap: Due[]): void {
  const last = heap.pop() as Due;
  if (heap.length === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isSooner(heap[child + 1] as Due, heap[child] as Due)) child += 1;
    const below = heap[child] as Due;
    if (!isSooner(below, last)) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = last;
}
