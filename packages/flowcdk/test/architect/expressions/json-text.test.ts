import { Decimal } from '../../../src/architect/expressions';
import { readJson, writeJson, type JsonData } from '../../../src/architect/expressions/json-text';

test.each([
  ['{"a": [1, 2.5, -3e2], "b": null}', '{"a":[1,2.5,-300],"b":null}'],
  ['12345678901234567890', '12345678901234567890'],
  ['0.12345678901234567890', '0.1234567890123456789'],
  ['1E20', '100000000000000000000'],
  ['1e+2', '100'],
  ['1e-2', '0.01'],
  ['[1.5e-3, 2E+1]', '[0.0015,20]'],
  ['[0, -0, -1, 0.5, 10]', '[0,0,-1,0.5,10]'],
  ['9007199254740993', '9007199254740993'],
  ['12345678901.123456789', '12345678901.123456789'],
  ['1.12345678901234567890', '1.1234567890123456789'],
  ['[1e16, 5E17, 0e20]', '[10000000000000000,500000000000000000,0]'],
  ['[true, false, null, 1234567890123456]', '[true,false,null,1234567890123456]'],
  [' { "a b" : [ 1234567890123456 , 1 , { } , [ ] ] , "c" : 1 } ', '{"a b":[1234567890123456,1,{},[]],"c":1}'],
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
  ['1e+', 'ends too early'],
  ['1e+-2', '"-" at character 3 is not expected'],
  ['+1', '"+" at character 0 is not expected'],
  ['[1 2]', '"2" at character 3 is not expected'],
  ["{'a': 1}", '"\'" at character 1 is not expected'],
  ['"\\x"', '"x" at character 2 is not expected'],
  ['tru', '"t" at character 0 is not expected'],
  ['"a', 'ends too early'],
  ['"a\nb"', '"\\n" at character 2 is not expected'],
  ['"\\u12G4"', '"u" at character 2 is not expected'],
  ['"\\u12"', '"u" at character 2 is not expected'],
  ['"\\x0041"', '"x" at character 2 is not expected'],
  ['[1234567890123456', 'ends too early'],
  ['{"a" 1}', '"1" at character 5 is not expected'],
  ['{"a":1 "b":2}', '"\\"" at character 7 is not expected'],
  ['', 'ends too early'],
  ['1 2', '"2" at character 2 is not expected'],
  [`1e${'9'.repeat(60)}`, `the JSON number 1e${'9'.repeat(38)} is too large`],
  ['1e40', 'the JSON number 1e40 is too large'],
  ['1E40', 'the JSON number 1E40 is too large'],
  ['1e+40', 'the JSON number 1e+40 is too large'],
  ['10e40', 'the JSON number 10e40 is too large'],
  ['9e40', 'the JSON number 9e40 is too large'],
])('%s is refused: %s', (text, problem) => {
  expect(() => readJson(text)).toThrow(problem);
});

// Sixteen digits are beyond JavaScript's own parser.
describe.each([
  ['arrays', '[', ']', '1'],
  ['objects', '{"a":', '}', '1'],
  ['arrays around a number of many digits', '[', ']', '1234567890123456'],
  ['objects around a number of many digits', '{"a":', '}', '1234567890123456'],
])('%s', (_, open, close, inside) => {
  const around = (levels: number): string => open.repeat(levels) + inside + close.repeat(levels);

  test('a hundred levels are read and written, one more is refused', () => {
    expect(writeJson(readJson(around(100)))).toBe(around(100));
    expect(() => readJson(around(101))).toThrow('the JSON is nested deeper than 100');
  });
});

test.each([
  ['arrays', (inner: JsonData): JsonData => [inner]],
  ['objects', (inner: JsonData): JsonData => ({ a: inner })],
])('%s that values have built are written up to a hundred levels', (_, around) => {
  let data: JsonData = 1;
  for (let level = 0; level < 100; level += 1) data = around(data);

  expect(writeJson(data)).toHaveLength(writeJson(around(1)).length * 100 - 99);
  expect(() => writeJson(around(data))).toThrow('the JSON is nested deeper than 100');
});

test('a number is a float where a float is exact, a Decimal where it is not', () => {
  expect(readJson('[1, 1234567890123456]')).toEqual([1, new Decimal('1234567890123456')]);
});
