import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work between two turns of the event loop. */
const SLICE = 5;

/**
 * Long work in slices of a few milliseconds. Between two slices the event loop has a turn, so that a server answers
 * others and hears Ctrl-C meanwhile.
 */
export class Slices {
  #began = performance.now();

  /** Whether the present slice is over. */
  get over(): boolean {
    return performance.now() - this.#began >= SLICE;
  }

  /** Lets the event loop have a turn and begins the next slice. */
  async next(): Promise<void> {
    await setImmediate();
    this.#began = performance.now();
  }
}
