import { isDeeperThan } from '../../src/ground/json-depth';

const nested = (levels: number, open = '[', close = ']'): string => `${open.repeat(levels)}${close.repeat(levels)}`;

test.each([
  ['a scalar', '1', false],
  ['as many levels as allowed', nested(3), false],
  ['one level more', nested(4), true],
  ['objects', '{"a":{"a":{"a":{}}}}', true],
  ['many brackets side by side', `[${Array.from({ length: 50 }, () => '[]').join()}]`, false],
  ['brackets in a text', `"${nested(50)}"`, false],
  ['brackets behind an escaped quote', `"\\"${nested(50)}"`, false],
  ['brackets behind an escaped backslash', `["\\\\",${nested(3)}]`, true],
  ['brackets that nobody closes', '['.repeat(50), true],
])('%s', (_, text, expected) => {
  expect(isDeeperThan(3, text)).toBe(expected);
});

test('a megabyte of brackets takes no stack', () => {
  expect(isDeeperThan(100, nested(500_000))).toBe(true);
});
