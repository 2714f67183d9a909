// Times functions beside each other: round after round in turn, so that a busy machine is busy for both, and the median
// of the rounds, so that one disturbed round does not count.
import { performance } from 'node:perf_hooks';

/**
 * Median milliseconds of each candidate.
 *
 * @param {Readonly<Record<string, () => unknown>>} candidates
 * @param {{ rounds?: number, warmUp?: number, before?: () => unknown }} options `before` runs before each, off the clock
 */
export async function measure(candidates, { rounds: fullRounds = 7, warmUp: first = 2, before } = {}) {
  const [rounds, warmUp] = process.env.FLOWCDK_BENCH_ONCE ? [1, 0] : [fullRounds, first];
  const times = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, run] of Object.entries(candidates)) {
      before?.();
      globalThis.gc?.();
      const start = performance.now();
      await run();
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
};
