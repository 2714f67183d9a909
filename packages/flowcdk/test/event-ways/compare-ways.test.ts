import { compareWays } from '../../src/event-ways/compare-ways';

test('on a good day each way brings the record of every call that it can hear of, once', async () => {
  const { ways } = await compareWays({ calls: 60, seed: 1, faults: false });
  const [trigger, listener, bus] = ways;

  expect([trigger?.recorded, bus?.recorded]).toEqual([60, 60]);
  // Callers who hang up before a queue.
  expect(listener?.unheard).toBeGreaterThan(0);
  expect((listener?.recorded ?? 0) + (listener?.unheard ?? 0)).toBe(60);
  expect(ways.map(({ lost, doubled, late }) => ({ lost, doubled, late }))).toEqual(
    Array(3).fill({ lost: 0, doubled: 0, late: 0 }),
  );
  expect(ways.map(({ apiCalls }) => apiCalls > 0)).toEqual([false, true, false]);
});

test('on a bad day the trigger loses what falls into an outage, the others bring it late; the seed decides the day', async () => {
  const day = await compareWays({ calls: 120, seed: 2, faults: true });
  const [trigger, listener, bus] = day.ways;

  expect(trigger?.lost).toBeGreaterThan(0);
  expect([listener?.lost, bus?.lost]).toEqual([0, 0]);
  for (const { recorded, lost, unheard } of day.ways) expect(recorded + lost + unheard).toBe(120);
  for (const way of [listener, bus]) {
    expect(way?.late).toBeGreaterThan(0);
    expect(way?.delay.most).toBeGreaterThan(3_600);
  }
  expect(bus?.happened['waitedForBus']).toBeGreaterThan(0);
  expect(listener?.happened['gaps']).toBeGreaterThanOrEqual(4);
  expect(listener?.limits).toEqual([
    { limit: 'client.credentials.token.rate.per.minute', most: expect.any(Number), allowed: 300 },
  ]);
  expect(await compareWays({ calls: 120, seed: 2, faults: true })).toEqual(day);
});
