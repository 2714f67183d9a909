/**
 * Time as a parameter. Everything that takes time in the runtime asks a clock; nothing reads the machine's own.
 *
 * With a {@link VirtualClock} nothing sleeps: hours pass in milliseconds, in the same order every time. With a
 * {@link RealClock} the server lives in the time of its users.
 */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Runs something after so many milliseconds; what it gives takes that back. Never runs it before it returns. */
  after(milliseconds: number, run: () => void): () => void;
  /**
   * Time must not go on until what this gives is called: something outside of the clock (an HTTP answer) is awaited.
   * The real clock cannot be stopped and need not be.
   */
  hold(): () => void;
  /** Moves it ahead, for all that live by it; what is due meanwhile happens, each thing at its own moment. */
  advance(milliseconds: number): void;
}

/**
 * The clock of a server: it goes as the machine's does, and can be moved ahead; what is due meanwhile happens in its
 * order, at once.
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
    // Each thing happens at its own moment, so that what it begins lasts as long as it should.
    for (let next = this.#due.next; next !== undefined && next <= until; next = this.#due.next) {
      this.#ahead += Math.max(0, next - this.now());
      this.#due.step();
    }
    this.#ahead += Math.max(0, until - this.now());
    this.#wake();
  }

  /** Nothing happens any more: the server ends, or the org begins anew. What is asked for later never happens either. */
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

/** What `setTimeout` can take: it runs at once beyond that. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

interface Due {
  readonly at: number;
  readonly order: number;
  run: (() => void) | undefined;
}

/** A clock that goes only when it is told to. What is due at the same moment runs in the order in which it was asked. */
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

  /** Runs something at a moment, milliseconds since 1970. */
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

  /** Whether nothing is due any more. */
  get idle(): boolean {
    this.#dropCancelled();
    return this.#due.length === 0 && this.#holds === 0;
  }

  /** When the next thing is due; undefined where nothing is. */
  get next(): number | undefined {
    this.#dropCancelled();
    return this.#due[0]?.at;
  }

  /** Runs the next thing that is due, if it is not later than `until`. False where there was none. */
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
   * Lets time pass until a condition holds, nothing is due any more, or a moment is reached; waits for what is outside
   * of the clock. Tells whether the condition holds.
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

  /** The same without waiting: throws where something outside of the clock is awaited. */
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

/** A binary heap: the soonest is first. */
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
