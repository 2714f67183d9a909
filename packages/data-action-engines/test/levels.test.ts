import { levels } from '../src/levels';

test.each([
  ['a number', 5, 0],
  ['nothing', null, 0],
  ['an empty list', [], 1],
  ['an object of numbers', { a: 1, b: null }, 1],
  ['a list in a list', [1, [2]], 2],
  ['the deepest of several', { a: [], b: [{ c: 1 }], d: 2 }, 3],
])('%s has so many levels: %j, %i', (_, data, count) => {
  expect(levels(data, 9)).toBe(count);
});

test('levels are counted up to a limit', () => {
  expect([1, 2, 3, 4].map((most) => levels([[[]]], most))).toEqual([1, 2, 3, 3]);
});
