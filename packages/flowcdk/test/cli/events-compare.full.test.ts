import type { Comparison } from '../../src/event-ways/compare-ways';
import { flowcdk } from './private/run';

jest.setTimeout(60_000);

test('on a good day each way brings the record of every call that it can hear of, once', async () => {
  const { code, out } = await flowcdk(['events', 'compare', '--calls', '60', '--no-faults', '--json']);
  const { calls, seed, troubles, ways } = JSON.parse(out) as Comparison;
  const [trigger, listener, bus] = ways;

  expect([code, calls, seed]).toEqual([0, 60, 1]);
  expect(troubles).toEqual({ cuts: [], duplicated: 0, delayed: 0, delay: 0 });
  expect([trigger?.recorded, bus?.recorded]).toEqual([60, 60]);
  // Callers who hang up before a queue.
  expect(listener?.unheard).toBeGreaterThan(0);
  expect((listener?.recorded ?? 0) + (listener?.unheard ?? 0)).toBe(60);
  expect(ways.map(({ lost, doubled, late }) => ({ lost, doubled, late }))).toEqual(
    Array(3).fill({ lost: 0, doubled: 0, late: 0 }),
  );
  expect(ways.map(({ apiCalls }) => apiCalls > 0)).toEqual([false, true, false]);
});
