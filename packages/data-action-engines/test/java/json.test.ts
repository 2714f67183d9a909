import { fromData, JsonSyntaxError, jsonText, readJson } from '../../src/java/json';
import { JavaCharacter, JavaEntry, JavaList, JavaTool, type JavaValue } from '../../src/java/value';
import { Work } from '../../src/java/work';

test.each([
  ['2', '2'],
  ['2.0', '2.0'],
  ['1e3', '1000.0'],
  ['12345678901234567890123', '12345678901234567890123'],
  ['-0.5', '-0.5'],
  [' [ true , null , "a\\u0041\\n" ] ', '[true,null,"aA\\n"]'],
  ['[false, "\\u20aC"]', '[false,"€"]'],
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

test.each<readonly [string, JavaValue]>([
  ['a character', new JavaCharacter('x')],
  ['an entry', new JavaEntry('k', 'v')],
  ['a tool', new JavaTool('Tool', () => undefined)],
])('%s is written as the text that it prints', (_, value) => {
  expect(jsonText(new JavaList([value]))).toMatch(/^\["(?:x|k=v|Tool)"\]$/);
});

test('each value that is written costs a step', () => {
  const work = new Work();
  jsonText(fromData(Array.from({ length: 1_000 }, () => null)), work);

  expect(work.steps).toBeGreaterThanOrEqual(1_000);
});

/** A number inside of so many lists or objects. */
const listsAround = (levels: number): string => '['.repeat(levels) + '1' + ']'.repeat(levels);
const objectsAround = (levels: number): string => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);

test.each([
  ['lists', listsAround],
  ['objects', objectsAround],
])('a hundred levels of %s are read, as text and as data; one more is refused', (_, around) => {
  const tooDeep = new JsonSyntaxError('is nested deeper than 100 levels', 0);

  expect(jsonText(readJson(around(100)))).toBe(around(100));
  expect(jsonText(fromData(JSON.parse(around(100))))).toBe(around(100));
  expect(() => readJson(around(101))).toThrow(/^is nested deeper than 100 levels/);
  expect(() => fromData(JSON.parse(around(101)))).toThrow(tooDeep);
});
