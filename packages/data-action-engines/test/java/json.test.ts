import { fromData, JsonSyntaxError, jsonText, readJson } from '../../src/java/json';

test.each([
  ['2', '2'],
  ['2.0', '2.0'],
  ['1e3', '1000.0'],
  ['12345678901234567890123', '12345678901234567890123'],
  ['-0.5', '-0.5'],
  [' [ true , null , "a\\u0041\\n" ] ', '[true,null,"aA\\n"]'],
  ['{"b": {"x": []}, "a": 1}', '{"a":1,"b":{"x":[]}}'],
  ['{"a": 1, "a": 2}', '{"a":2}'],
])('%s is written as %s', (text, expected) => {
  expect(jsonText(readJson(text))).toBe(expected);
});

test('objects have the order of Java’s HashMap', () => {
  const text = '{"id": 1, "total": 2, "nul": 3, "empty": 4, "flag": 5, "customers": 6}';

  expect(jsonText(readJson(text))).toBe('{"total":2,"flag":5,"nul":3,"id":1,"customers":6,"empty":4}');
});

test.each([
  ['', 'ends too early (at 1)'],
  ['[1,]', 'has no value here (at 4)'],
  ['{"a" 1}', 'has no : here (at 6)'],
  ['{a: 1}', 'has no property name here (at 2)'],
  ['[1] 2', 'goes on after its end (at 5)'],
  ['"a', 'has a string that does not end (at 3)'],
  ['['.repeat(200), 'is nested deeper than 100 levels (at 102)'],
])('%s %s', (text, message) => {
  expect(() => readJson(text)).toThrow(new JsonSyntaxError(message, 0));
});

/** A number inside of so many lists. */
const listsAround = (levels: number): string => '['.repeat(levels) + '1' + ']'.repeat(levels);

test('a hundred levels are read, as text and as data; one more is refused', () => {
  const tooDeep = new JsonSyntaxError('is nested deeper than 100 levels', 0);

  expect(jsonText(readJson(listsAround(100)))).toBe(listsAround(100));
  expect(jsonText(fromData(JSON.parse(listsAround(100))))).toBe(listsAround(100));
  expect(() => readJson(listsAround(101))).toThrow(/^is nested deeper than 100 levels/);
  expect(() => fromData(JSON.parse(listsAround(101)))).toThrow(tooDeep);
});
