import { contractChecks, schemaDefect } from '../../../../src/emulator/runtime/data-actions/contract';
import { respondsWith } from '../../../../src/emulator/runtime/services/service';
import type { Json, JsonObject } from '../../../../src/emulator/state/json';
import { asking, get } from '../private/one-data-action';

const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: 'object', properties, ...more });

/** What is wrong with the inputs of a data action, by its contract; '' where it goes its way. */
function refusal(input: JsonObject, inputs: JsonObject): string {
  const result = asking({ alpha: respondsWith({}) }, { config: get(), contract: { input } }).ask(inputs);
  return result.outcome === 'failure' ? result.failure.userMessage : '';
}

test.each<[rule: string, input: JsonObject, inputs: JsonObject, says: RegExp]>([
  ['a text is no number, whatever its digits', object({ a: { type: 'integer' } }), { a: '007' }, /a must be integer/],
  ['a number is no text', object({ a: { type: 'string' } }), { a: 7 }, /a must be string/],
  ['a fraction is no whole number', object({ a: { type: 'integer' } }), { a: 7.5 }, /a must be integer/],
  ['7.0 is a whole number', object({ a: { type: 'integer' } }), { a: 7.0 }, /^$/],
  ['null is no text', object({ a: { type: 'string' } }), { a: null }, /a must be string/],
  ['null may be one of the types', object({ a: { type: ['string', 'null'] } }), { a: null }, /^$/],
  ['what is required is there', object({ a: {} }, { required: ['a'] }), {}, /must have required property 'a'/],
  ['draft 4 may say that nothing is required', object({ a: {} }, { required: [] }), {}, /^$/],
  ['more than the contract has is let through', object({ a: {} }), { b: 1 }, /^$/],
  ['unless it says otherwise', object({}, { additionalProperties: false }), { b: 1 }, /additional properties 'b'/],
  [
    'bounds of draft 4 leave out the bound itself',
    object({ a: { type: 'integer', minimum: 1, exclusiveMinimum: true } }),
    { a: 1 },
    /a must be > 1/,
  ],
  [
    'or not',
    object({ a: { type: 'integer', minimum: 1, maximum: 9, exclusiveMinimum: false, exclusiveMaximum: false } }),
    { a: 1 },
    /^$/,
  ],
  ['a bound of its own lets the bound in', object({ a: { type: 'integer', maximum: 9 } }), { a: 9 }, /^$/],
  ['ids of draft 4 name nothing here', object({ id: { type: 'string', id: '/properties/id' } }), { id: 'x' }, /^$/],
  ['a pattern is searched for', object({ a: { type: 'string', pattern: '[0-9]{2}' } }), { a: 'a12b' }, /^$/],
  ['and may not be there', object({ a: { type: 'string', pattern: '^[0-9]+$' } }), { a: '1b' }, /a must match pattern/],
  [
    'a pattern that tries everything is stopped',
    object({ a: { type: 'string', pattern: '^(a+)+$' } }),
    { a: `${'a'.repeat(40)}!` },
    /a pattern does more than/,
  ],
  [
    'a contract that is no schema fits nothing',
    object({ a: { type: 'text' } }),
    { a: 'x' },
    /properties\/a\/type must/,
  ],
  ['nor does one with a reference', object({ a: { $ref: '#/a' } }), { a: 'x' }, /\$ref is not supported/],
])('inputs: %s', (_, input, inputs, says) => {
  expect(refusal(input, inputs)).toMatch(says);
});

/** The outputs a flow sees, or why there are none. */
function outputs(output: JsonObject, body: Json): Readonly<Record<string, Json>> | string {
  const result = asking({ alpha: respondsWith(body) }, { config: get(), contract: { output } }).ask();
  return result.outcome === 'success' ? Object.fromEntries(result.outputs) : result.failure.userMessage;
}

const text = { type: 'string' };

test.each<[rule: string, output: JsonObject, body: Json, seen: Readonly<Record<string, Json>>]>([
  ['null where an optional value was to be is NOT_SET', object({ a: text, b: text }), { a: null, b: 'x' }, { b: 'x' }],
  [
    'also deeper down, and in lists of objects',
    object({ o: object({ p: text }), l: { type: 'array', items: object({ q: text }) } }),
    { o: { p: null }, l: [{ q: null }, { q: 'x' }] },
    { 'l.q': [null, 'x'] },
  ],
  [
    'an object is flattened where its schema allows null too',
    object({ o: { type: ['object', 'null'], properties: { p: text } } }),
    { o: { p: 'x' } },
    { 'o.p': 'x' },
  ],
  [
    'or where it only says what it has',
    { properties: { o: { properties: { p: text } }, l: { items: { properties: { q: text } } } } },
    { o: { p: 'x' }, l: [{ q: 'y' }] },
    { 'o.p': 'x', 'l.q': ['y'] },
  ],
  ['a list at the top', { type: 'array', items: object({ q: text }) }, [{ q: 'y' }], { q: ['y'] }],
])('outputs: %s', (_, output, body, seen) => {
  expect(outputs(output, body)).toEqual(seen);
});

test.each<Json>(['"text"', 7, null])('outputs: %j where an object was to be is a failure', (body) => {
  expect(outputs(object({ a: text }), body)).toMatch(/must be object/);
});

test('outputs: null where a value is required is a failure', () => {
  expect(outputs(object({ a: text }, { required: ['a'] }), { a: null })).toMatch(/a must be string/);
});

describe('a contract by itself', () => {
  const contract = (input: JsonObject, output: JsonObject = {}) =>
    ({ contract: { input: { inputSchema: input }, output: { successSchema: output } } }) as never;
  const inputProblems = (schema: JsonObject, value: Json): readonly string[] =>
    contractChecks(contract(schema)).input(value);
  const outputProblems = (schema: JsonObject, value: Json): readonly string[] =>
    contractChecks(contract({}, schema)).output(value);

  test('that is empty fits everything', () => {
    expect(inputProblems({}, 'x')).toEqual([]);
    expect(contractChecks({} as never).output({ a: 1 })).toEqual([]);
  });

  test('names every problem, with its place', () =>
    expect(
      inputProblems(object({ a: object({ b: { type: 'string' } }), c: { type: 'integer' } }, { required: ['d'] }), {
        a: { b: 1 },
        c: 'x',
      }),
    ).toEqual(["must have required property 'd'", 'a.b must be string', 'c must be integer']));

  test('does not look at formats', () =>
    expect(inputProblems(object({ a: { type: 'string', format: 'email' } }), { a: 'x' })).toEqual([]));

  test.each<[what: string, schema: JsonObject]>([
    ['the bound itself', { type: 'integer', maximum: 9, exclusiveMaximum: true }],
    ['the bound itself, in the words of later drafts', { type: 'integer', exclusiveMaximum: 9 }],
    ['the bound below', { type: 'integer', minimum: 9, exclusiveMinimum: true }],
    ['the bound below, in the words of later drafts', { type: 'integer', exclusiveMinimum: 9 }],
  ])('may leave out %s, at any place', (_, bound) => {
    for (const [schema, value] of [
      [bound, 9],
      [{ type: 'array', items: bound }, [9]],
      [{ allOf: [bound] }, 9],
      [{ not: { not: bound } }, 9],
      [object({ a: bound }), { a: 9 }],
      [{ type: 'object', additionalProperties: bound }, { a: 9 }],
      [{ type: 'object', patternProperties: { a: bound } }, { a: 9 }],
    ] as const)
      expect(inputProblems(schema as JsonObject, value as Json)).not.toEqual([]);
    expect(inputProblems(bound, 'exclusiveMaximum' in bound ? 8 : 10)).toEqual([]);
  });

  test('with an exclusive bound, but none to exclude, has no bound', () =>
    expect(inputProblems({ type: 'integer', exclusiveMinimum: true, exclusiveMaximum: true }, 9)).toEqual([]));

  test('with a property of the name of a keyword', () => {
    expect(inputProblems(object({ items: { type: 'string' }, minimum: { type: 'string' } }), { items: 5 })).toEqual([
      'items must be string',
    ]);
    expect(inputProblems({ enum: [{ exclusiveMinimum: true, id: 'x' }] }, { exclusiveMinimum: true, id: 'x' })).toEqual(
      [],
    );
  });

  test('is fifty levels deep at most', () => {
    const nested = (levels: number): JsonObject => (levels === 0 ? { type: 'string' } : { items: nested(levels - 1) });
    const listed = (levels: number): JsonObject =>
      levels === 0 ? { type: 'string' } : { allOf: [listed(levels - 1)] };
    expect(schemaDefect((contract(nested(50)) as { contract: never }).contract)).toBeUndefined();
    for (const deep of [nested(51), listed(51)])
      expect(schemaDefect((contract(deep) as { contract: never }).contract)).toBe(
        'contract.input: is nested deeper than 50 levels',
      );
    expect(schemaDefect((contract(listed(50)) as { contract: never }).contract)).toBeUndefined();
  });

  test('that is no schema is named by its side', () => {
    expect(schemaDefect((contract({}, { type: 'text' }) as { contract: never }).contract)).toMatch(
      /^contract\.output: type must/,
    );
    expect(schemaDefect(undefined)).toBeUndefined();
  });

  test('takes an optional output that is null for none, however deep', () => {
    const schema = object(
      {
        a: { type: 'string' },
        b: { type: 'string' },
        c: object({ d: { type: 'string' } }),
        e: { type: 'array', items: object({ f: { type: 'string' } }) },
      },
      { required: ['b'] },
    );
    expect(outputProblems(schema, { a: null, b: 'x', c: { d: null }, e: [{ f: null }] })).toEqual([]);
    expect(outputProblems(schema, { b: null })).toEqual(['b must be string']);
    // Inputs are another matter, and so is what the contract does not know.
    expect(inputProblems(schema, { a: null, b: 'x' })).toEqual(['a must be string']);
    expect(outputProblems({ ...schema, additionalProperties: { type: 'string' } }, { b: 'x', z: null })).toEqual([
      'z must be string',
    ]);
    expect(outputProblems({ type: 'object', minProperties: 1 }, { a: null })).toEqual([]);
  });
});
