import { chart, percent, spreadText, table } from '../../src/testing/traffic/tables';

test('columns of numbers stand to the right, texts where it is said to the left', () => {
  const rows = [
    ['a', '1', '10'],
    ['bcd', '22', '3'],
  ];

  expect(table(rows)).toBe('a     1  10\nbcd  22   3');
  expect(table(rows, true)).toBe('a    1   10\nbcd  22  3');
});

test('a chart shows values as bars under their largest', () => {
  expect(chart([0, 1, 2, 4], { height: 2 })).toBe('4 ┤   █\n0 ┤ ▄██');
});

test('more values than columns: each column is the largest of its stretch', () => {
  expect(chart([1, 4, 2, 2], { width: 2, height: 1 })).toBe('4 ┤█▄');
});

test.each([
  [percent(0.837), '84 %'],
  [spreadText({ p50: 250, p95: 1_499, p99: 10_040 }), '0.3 / 1.5 / 10.0'],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
