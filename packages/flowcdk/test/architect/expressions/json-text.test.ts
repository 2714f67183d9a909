import { readJson, writeJson } from '../../../src/architect/expressions/json-text';

test.each([
  ['{"a": [1, 2.5, -3e2], "b": null}', '{"a":[1,2.5,-300],"b":null}'],
  ['12345678901234567890', '12345678901234567890'],
  ['0.12345678901234567890', '0.1234567890123456789'],
  ['1E20', '100000000000000000000'],
  ['[0, -0, 0.5, 10]', '[0,0,0.5,10]'],
  ['"\\u0041\\n"', '"A\\n"'],
])('%s is read, and written as %s', (text, expected) => {
  expect(writeJson(readJson(text))).toBe(expected);
});

test.each([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['/', '\\/'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['é', '\\u00e9'],
  ['É', '\\u00C9'],
  ['😀', '\\ud83d\\ude00'],
])('the character %j is read from its escape %s, also beside a number of many digits', (character, escape) => {
  expect(readJson(`"a${escape}b"`)).toBe(`a${character}b`);
  // Sixteen digits are beyond JavaScript's own parser.
  expect(readJson(`["a${escape}b", 1234567890123456]`)).toMatchObject([`a${character}b`, {}]);
});

test.each([
  ['01', '"0" at character 0'],
  ['-012', '"0" at character 1'],
  ['[1, 007]', '"0" at character 4'],
  ['00.5', '"0" at character 0'],
  ['1.', 'ends too early'],
  ['1e', 'ends too early'],
  ['+1', '"+" at character 0 is not expected'],
  ['[1 2]', '"2" at character 3 is not expected'],
  ["{'a': 1}", '"\'" at character 1 is not expected'],
  ['"\\x"', '"x" at character 2 is not expected'],
  ['tru', '"t" at character 0 is not expected'],
])('%s is refused: %s', (text, problem) => {
  expect(() => readJson(text)).toThrow(problem);
});

test('a hundred levels are read, one more is refused', () => {
  const around = (levels: number): string => '['.repeat(levels) + '1' + ']'.repeat(levels);

  expect(writeJson(readJson(around(100)))).toBe(around(100));
  expect(() => readJson(around(101))).toThrow('nested deeper than 100');
});
