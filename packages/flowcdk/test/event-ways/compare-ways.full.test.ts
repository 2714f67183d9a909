import { compareWays } from '../../src/event-ways/compare-ways';

jest.setTimeout(300_000);

test.each([1, 2, 3])(
  'with 3 000 calls the listener and the bus lose nothing, and every way doubles some (seed %i)',
  async (seed) => {
    const { ways } = await compareWays({ calls: 3_000, seed, faults: true });

    expect(ways.map(({ lost }) => lost > 0)).toEqual([true, false, false]);
    for (const { recorded, lost, unheard, doubled } of ways) {
      expect(recorded + lost + unheard).toBe(3_000);
      expect(doubled).toBeGreaterThan(0);
    }
    // No way comes near a limit of the platform.
    for (const { most, allowed } of ways.flatMap(({ limits }) => limits)) expect(most).toBeLessThan(allowed);
  },
);

test('the seed decides the day', async () => {
  const day = (seed: number) => compareWays({ calls: 25, seed, faults: true });
  const [first, second, other] = [await day(1), await day(1), await day(2)];

  expect(second).toEqual(first);
  expect(other.ways).not.toEqual(first.ways);
});
