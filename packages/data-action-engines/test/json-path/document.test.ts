import fc from 'fast-check';
import { jsonText, JsonSyntaxError, readJson } from '../../src/java/json';
import { evaluateJsonPath, JsonDocument, type JsonPath, parseJsonPath, PathError } from '../../src/json-path';

function pathOf(text: string): JsonPath {
  const path = parseJsonPath(text);
  if ('problem' in path) throw new Error(`${text} ${path.problem}`);
  return path;
}

const find = (text: string, path: string): string | undefined => new JsonDocument(text).find(pathOf(path));

/** The same, read and followed the way Java does it. */
function asJava(text: string, path: string): string | undefined {
  try {
    return jsonText(evaluateJsonPath(pathOf(path), readJson(text)).value);
  } catch (problem) {
    if (problem instanceof PathError) return undefined;
    throw problem;
  }
}

describe('a path finds JSON text', () => {
  test.each([
    ['{"a":{"b":"x"}}', '$.a.b', '"x"'],
    ['{"a":{"b":"x"}}', '$', '{"a":{"b":"x"}}'],
    ['[{"id":1},{"id":2}]', '$[1].id', '2'],
    ['[{"id":1},{"id":2}]', '$[-1].id', '2'],
    ['{"a":null}', '$.a', 'null'],
    ['{"a":false}', '$.a', 'false'],
    ['{"a":"é \\"quoted\\""}', '$.a', '"é \\"quoted\\""'],
    ['{"__proto__":"x"}', '$.__proto__', '"x"'],
    ['{"a":1,"a":2}', '$.a', '2'],
    ['[1,2,3]', '$[*]', '[1,2,3]'],
  ])('%s asked %s gives %s', (text, path, result) => expect(find(text, path)).toBe(result));
});

describe('a path that finds nothing gives nothing', () => {
  test.each([
    ['{"a":{}}', '$.a.b'],
    ['{"a":"text"}', '$.a.length'],
    ['{"a":[1]}', '$.a[1]'],
    ['{"a":[1]}', '$.a[-2]'],
    ['{"a":{"0":1}}', '$.a[0]'],
    ['{"a":null}', '$.a.b'],
    ['{}', '$.constructor'],
    ['[]', '$.length'],
  ])('%s asked %s', (text, path) => expect(find(text, path)).toBeUndefined());
});

describe('what JavaScript would lose stays as Java has it', () => {
  test.each([
    ['{"a":2.0}', '$.a', '2.0'],
    ['{"a":1e3}', '$.a', '1000.0'],
    ['{"a":12345678901234567890}', '$.a', '12345678901234567890'],
    ['{"a":-0}', '$.a', '0'],
    ['[1, -0 ]', '$[1]', '0'],
    ['[1,-2.50]', '$[1]', '-2.5'],
    ['0.5', '$', '0.5'],
    ['-1e2', '$', '-100.0'],
    ['{"at":"2026-01-02","id":"1e4-0.5"}', '$.at', '"2026-01-02"'],
    ['{"b":1,"10":2,"9":3}', '$', '{"b":1,"9":3,"10":2}'],
  ])('%s asked %s gives %s', (text, path, result) => {
    expect(find(text, path)).toBe(result);
    expect(find(text, path)).toBe(asJava(text, path));
  });
});

test('every document answers every path as Java does', () => {
  const name = fc.constantFrom('a', 'b', '0', '10', '__proto__', 'é');
  const { document } = fc.letrec((again) => ({
    document: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(null, true, 0, -0, 7, 2.5, 1e21, 2 ** 60, '', 'text', '2.0', 'q"'),
      fc.array(again('document'), { maxLength: 3 }),
      fc.array(fc.tuple(name, again('document')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
    ),
  }));
  const step = fc.oneof(
    name.map((member) => `['${member}']`),
    fc.integer({ min: -3, max: 3 }).map((index) => `[${index}]`),
    fc.constantFrom('[*]', '..a', '[?(@.a)]'),
  );
  const path = fc.array(step, { maxLength: 4 }).map((steps) => `$${steps.join('')}`);
  fc.assert(
    fc.property(document, path, (data, query) => {
      const text = JSON.stringify(data);
      expect(find(text, query)).toBe(asJava(text, query));
    }),
    { seed: 21, numRuns: 2_000 },
  );
});

describe('what cannot be read is refused', () => {
  test.each([
    ['nothing', '', 'ends too early (at 1)'],
    ['an end too early', '{"a":', 'ends too early (at 6)'],
    ['more behind the end', '{"a":1}}', 'goes on after its end (at 8)'],
    ['single quotes', "{'a':1}", 'has no property name here (at 2)'],
    ['a number with a zero in front', '{"a":01}', 'has neither , nor } here (at 7)'],
    ['no number', 'NaN', 'has no value here (at 1)'],
    ['200 lists in each other', `${'['.repeat(200)}${']'.repeat(200)}`, 'is nested deeper than 100 levels (at 102)'],
  ])('%s', (_, text, problem) => expect(() => new JsonDocument(text)).toThrow(new JsonSyntaxError(problem, 0)));
});

test('a path that takes too much does not just find nothing', () => {
  const text = JSON.stringify([`${'a'.repeat(40)}!`]);

  expect(() => find(text, '$[?(@ =~ /(a+)+$/)]')).toThrow(PathError);
});

test('paths that are cheap enough alone are refused when they are too many', () => {
  const many = new JsonDocument(JSON.stringify(Array.from({ length: 50_000 }, (_, a) => ({ a }))));
  const ask = (): unknown => Array.from({ length: 200 }, () => many.find(pathOf('$..b')));
  expect(ask).toThrow('with those before it does more than 5000000 steps');
});
