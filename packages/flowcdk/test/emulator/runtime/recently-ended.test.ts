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
  ['what fits exactly', 10, 100, [50, 50], ['0', '1']],
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

describe('what goes on after its end', () => {
  /** Things end after one another, and one of them goes on; then others end. */
  function forgotten(
    most: number,
    mostBytes: number,
    ends: readonly string[],
    goesOn: string,
    more: readonly string[],
  ) {
    const gone: string[] = [];
    const ended = new RecentlyEnded(most, mostBytes, (id) => gone.push(id));
    for (const id of ends) ended.add(id, 10);
    ended.goesOn(goesOn);
    for (const id of more) ended.add(id, 10);
    return gone;
  }

  test.each([
    ['is not forgotten, the others are', 3, Infinity, ['a', 'b', 'c'], 'b', ['d', 'e'], ['a']],
    ['takes none of the memory of the others', 10, 30, ['a', 'b', 'c'], 'b', ['d'], []],
    ['gives its place in memory back once', 10, 30, ['a', 'b', 'c'], 'b', ['d', 'e'], ['a']],
    ['is the newest when it ends again', 2, Infinity, ['a', 'b'], 'a', ['a', 'c'], ['b']],
    ['leaves what was forgotten before forgotten', 2, Infinity, ['a', 'b', 'c'], 'b', ['d', 'e'], ['a', 'c']],
  ])('%s', (_, most, mostBytes, ends, goesOn, more, gone) => {
    expect(forgotten(most, mostBytes, ends, goesOn, more)).toEqual(gone);
  });
});
