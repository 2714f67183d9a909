/**
 * What takes time, written from top to bottom: a generator that yields what it waits for. No promise is made, so that
 * the same run under a virtual clock has the same order every time and thousands of calls cost little.
 */
import type { Clock } from './clock';

/** Something that is waited for: it is begun, and tells its result once. What it gives takes it back. */
export type Wait<T> = (done: (result: T) => void) => () => void;

/** Steps that give a `T` in the end. */
export type Steps<T> = Generator<Wait<unknown>, T, unknown>;

/** `const answer = yield* waitFor(request)` */
export function* waitFor<T>(wait: Wait<T>): Steps<T> {
  return (yield wait as Wait<unknown>) as T;
}

/** Lets so many milliseconds pass. */
export const sleep = (clock: Clock, milliseconds: number): Steps<void> => waitFor(after(clock, milliseconds));

/** So many milliseconds, as something to wait for. */
export const after =
  (clock: Clock, milliseconds: number): Wait<void> =>
  (done) =>
    clock.after(milliseconds, () => done());

/** What came first; the other is taken back. */
export const either =
  <A, B>(left: Wait<A>, right: Wait<B>): Wait<{ readonly left: A } | { readonly right: B }> =>
  (done) => {
    let settled = false;
    let stopRight = (): void => undefined;
    const stopLeft = left((result) => {
      if (settled) return;
      settled = true;
      stopRight();
      done({ left: result });
    });
    if (!settled) {
      stopRight = right((result) => {
        if (settled) return;
        settled = true;
        stopLeft();
        done({ right: result });
      });
    }
    return () => {
      stopLeft();
      stopRight();
    };
  };

/** What is waited for, if it comes within so many milliseconds; undefined if not, and then it is taken back. */
export const atMost =
  <T>(clock: Clock, milliseconds: number, wait: Wait<T>): Wait<T | undefined> =>
  (done) =>
    either(wait, after(clock, milliseconds))((result) => done('left' in result ? result.left : undefined));

/** How steps ended. */
export type Ended<T> = { readonly value: T } | { readonly error: unknown } | { readonly stopped: true };

/** Steps under way. */
export interface Fiber {
  readonly running: boolean;
  /** Ends them where they wait; their `finally` blocks run. */
  stop(): void;
}

/** Begins steps; they run until they wait for the first time before this returns. */
export function begin<T>(steps: Steps<T>, onEnd: (ended: Ended<T>) => void): Fiber {
  const running = new Running(steps, onEnd);
  running.go(undefined);
  return running;
}

class Running<T> implements Fiber {
  running = true;
  #takeBack = (): void => undefined;

  constructor(
    private readonly steps: Steps<T>,
    private readonly onEnd: (ended: Ended<T>) => void,
  ) {}

  go(first: unknown): void {
    let answer = first;
    for (;;) {
      let result: IteratorResult<Wait<unknown>, T>;
      try {
        result = this.steps.next(answer);
      } catch (error) {
        if (this.running) this.#end({ error });
        return;
      }
      if (!this.running) return;
      if (result.done === true) return this.#end({ value: result.value });
      // A wait may be over before it returns; then the loop goes on, so that a long chain of those is no recursion.
      let early: { readonly value: unknown } | undefined;
      let waiting = false;
      let over = false;
      this.#takeBack = result.value((value) => {
        if (over || !this.running) return;
        over = true;
        if (waiting) this.go(value);
        else early = { value };
      });
      if (early === undefined) {
        waiting = true;
        return;
      }
      answer = (early as { readonly value: unknown }).value;
    }
  }

  stop(): void {
    if (!this.running) return;
    this.running = false;
    this.#takeBack();
    this.steps.return(undefined as T);
    this.onEnd({ stopped: true });
  }

  #end(ended: Ended<T>): void {
    this.running = false;
    this.onEnd(ended);
  }
}

/** Runs steps beside others; gives what waits for their end. */
export function beside<T>(steps: Steps<T>): { readonly fiber: Fiber; readonly ended: Wait<Ended<T>> } {
  let result: Ended<T> | undefined;
  const listeners = new Set<(ended: Ended<T>) => void>();
  const fiber = begin(steps, (ended) => {
    result = ended;
    for (const listener of listeners) listener(ended);
    listeners.clear();
  });
  return {
    fiber,
    ended: (done) => {
      if (result !== undefined) {
        done(result);
        return () => undefined;
      }
      listeners.add(done);
      return () => listeners.delete(done);
    },
  };
}
