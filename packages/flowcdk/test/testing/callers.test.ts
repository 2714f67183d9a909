import { minutes } from '../../src';
import { arrivals, callersOf, rising } from '../../src/testing/traffic/callers';

test('callers have numbers of their own, kept for stories', () => {
  const numbers = callersOf(5_000, 1).map(({ from }) => from);

  expect(new Set(numbers).size).toBe(5_000);
  expect(numbers.filter((number) => !/^\+3319900\d{4}$/.test(number))).toEqual([]);
});

test('what they are about is spread evenly', () => {
  const thirds = callersOf(300, 1).map(({ choice }) => Math.floor(choice * 3));

  for (const third of [0, 1, 2]) expect(thirds.filter((draw) => draw === third).length).toBeGreaterThan(75);
});

test('the same seed gives the same callers at the same moments', () => {
  const both = (seed: number) => [callersOf(50, seed), arrivals(50, minutes(1), seed)];

  expect(both(3)).toEqual(both(3));
  expect(both(4)).not.toEqual(both(3));
});

test('calls that come at random come in order, within their time', () => {
  const moments = arrivals(200, minutes(1), 1);

  expect(moments).toEqual([...moments].sort((a, b) => a - b));
  expect([(moments[0] ?? 0) >= 0, (moments.at(-1) ?? 0) < 60_000]).toEqual([true, true]);
});

test('calls that come faster and faster come at the wanted rate in the end', () => {
  // From none to 600 a minute: on average 300, so that 600 calls take two minutes.
  const moments = rising(600, 600);
  const within = (from: number, to: number) => moments.filter((at) => at >= from && at < to).length;

  expect(within(0, 10_000)).toBeLessThan(10);
  expect(within(110_000, 120_000)).toBeGreaterThan(90);
});
