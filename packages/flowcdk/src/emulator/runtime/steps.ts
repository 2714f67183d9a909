/**
 * Code that takes time, written from top to bottom: a generator that yields the things that it waits for. It uses no
 * promises. The same run under a virtual clock therefore has the same order every time, and thousands of calls cost
 * little.
 */
import type { Clock } from './clock';

/**
 * Something to wait for. Calling it begins it; it then calls `done` once with its result. The function that it returns
 * cancels it.
 */
export type Wait<T> = (done: (result: T) => void) => () => void;

/** Steps that return a `T` in the end. */
export type Steps<T> = Generator<Wait<unknown>, T, unknown>;

/** `const answer = yield* waitFor(request)` */
export function* waitFor<T>(wait: Wait<T>): Steps<T> {
  return (yield wait as Wait<unknown>) as T;
}

/** Steps that let so many milliseconds pass. */
export const sleep = (clock: Clock, milliseconds: number): Steps<void> => waitFor(after(clock, milliseconds));

/** A wait for so many milliseconds. */
export const after =
  (clock: Clock, milliseconds: number): Wait<void> =>
  (done) =>
    clock.after(milliseconds, () => done());

/** Waits for the first result of two waits. Cancels the other one. */
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

/** Waits for a result, but at most so many milliseconds. After that it cancels the wait and gives undefined. */
export const atMost =
  <T>(clock: Clock, milliseconds: number, wait: Wait<T>): Wait<T | undefined> =>
  (done) =>
    either(wait, after(clock, milliseconds))((result) => done('left' in result ? result.left : undefined));

/** How steps ended. */
export type Ended<T> = { readonly value: T } | { readonly error: unknown } | { readonly stopped: true };

/** Steps that run. */
export interface Fiber {
  readonly running: boolean;
  /** Ends the steps where they wait. Their `finally` blocks run. */
  stop(): void;
}

/** Begins steps. They run until they wait for the first time; then this function returns. */
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
      // A wait may be over before it returns. The loop then goes on, so that a long chain of such waits is no
      // recursion.
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

/** Runs steps beside other steps. Gives their fiber, and a wait for their end. */
export function beside<T>(steps: Steps<T>): { readonly fiber: Fiber; readonly ended: Wait<Ended<T>> } {
  let result: Ended<T> | undefined;
  const listeners = new Set<(ended: Ended<T>) => void>();
  const fiber = begin(steps, (ended) => {
    result = ended;
    for (const listener of listeners) listener(ended);
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
