import { compareWays } from '../../src/event-ways/compare-ways';

test('on a bad day the trigger loses what falls into an outage, the others bring it late', async () => {
  const day = await compareWays({ calls: 90, seed: 2, faults: true });
  const [trigger, listener, bus] = day.ways;

  expect(trigger?.lost).toBeGreaterThan(0);
  expect([listener?.lost, bus?.lost]).toEqual([0, 0]);
  for (const { recorded, lost, unheard } of day.ways) expect(recorded + lost + unheard).toBe(90);
  for (const way of [listener, bus]) {
    expect(way?.late).toBeGreaterThan(0);
    expect(way?.delay.most).toBeGreaterThan(3_600);
  }
  expect(bus?.happened['waitedForBus']).toBeGreaterThan(0);
  expect(listener?.happened['gaps']).toBeGreaterThanOrEqual(4);
  expect(listener?.limits).toEqual([
    { limit: 'client.credentials.token.rate.per.minute', most: expect.any(Number), allowed: 300 },
  ]);
});
