import { RecentlyEnded } from '../../../src/emulator/runtime/recently-ended';

/** What is left of things that ended one after the other, each of so many bytes. */
function left(most: number, mostBytes: number, sizes: readonly number[]): readonly string[] {
  const known = new Set<string>();
  const ended = new RecentlyEnded(most, mostBytes, (id) => known.delete(id));
  sizes.forEach((bytes, i) => {
    known.add(`${i}`);
    ended.add(`${i}`, bytes);
  });
  return [...known];
}

test.each([
  ['the newest, by number', 2, Infinity, [1, 1, 1, 1], ['2', '3']],
  ['those that fit, by bytes', 10, 100, [60, 30, 30, 30], ['1', '2', '3']],
  ['the newest alone, if it is large', 10, 100, [10, 10, 500], ['2']],
  ['what comes after a large one', 10, 100, [500, 10, 10], ['1', '2']],
  ['everything that is few and small', 10, 100, [10, 10], ['0', '1']],
])('it keeps %s', (_, most, mostBytes, sizes, expected) => {
  expect(left(most, mostBytes, sizes)).toEqual(expected);
});

test('it forgets the oldest for as long as it lives', () => {
  expect(
    left(
      3,
      Infinity,
      Array.from({ length: 1_000 }, () => 1),
    ),
  ).toEqual(['997', '998', '999']);
});
