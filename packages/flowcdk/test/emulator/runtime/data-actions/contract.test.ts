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

test('outputs: null where a value is required is a failure', () => {
  expect(outputs(object({ a: text }, { required: ['a'] }), { a: null })).toMatch(/a must be string/);
});
