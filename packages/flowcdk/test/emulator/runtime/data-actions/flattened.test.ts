import { flattening } from '../../../../src/emulator/runtime/data-actions/flattened';
import type { Json } from '../../../../src/emulator/state/json';

const flattened = (schema: Json | undefined, result: Json): Record<string, Json> =>
  Object.fromEntries(flattening(schema)(result));

const object = (properties: Readonly<Record<string, Json>>): Json => ({ type: 'object', properties });
const text = { type: 'string' };
const list = (items: Json): Json => ({ type: 'array', items });

test.each<[what: string, schema: Json | undefined, result: Json, outputs: Readonly<Record<string, Json>>]>([
  ['values of an object', object({ a: text, b: text }), { a: 'x', b: 'y' }, { a: 'x', b: 'y' }],
  ['what is missing or null has no output', object({ a: text, b: text }), { a: null }, {}],
  ['what the contract does not know has none', object({ a: text }), { a: 'x', z: 'y' }, { a: 'x' }],
  [
    'nested values have dots',
    object({ a: object({ b: object({ c: text }) }) }),
    { a: { b: { c: 'x' } } },
    { 'a.b.c': 'x' },
  ],
  ['a nested object that is missing', object({ a: object({ b: text }) }), {}, {}],
  ['a list of values', object({ a: list(text) }), { a: ['x', 'y'] }, { a: ['x', 'y'] }],
  ['a list that is none', object({ a: list(text) }), { a: 'x' }, {}],
  [
    'a list of objects: parallel collections, with gaps',
    object({ a: list(object({ b: text, c: object({ d: text }) })) }),
    { a: [{ b: 'x', c: { d: '1' } }, { c: {} }, { b: 'z' }] },
    { 'a.b': ['x', null, 'z'], 'a.c.d': ['1', null, null] },
  ],
  ['a result that is a list', list(text), ['x'], { items: ['x'] }],
  ['a result that is a list of objects', list(object({ b: text })), [{ b: 'x' }], { b: ['x'] }],
  ['a result that is a value', text, 'x', { '': 'x' }],
  ['without a contract: the value', undefined, 'x', { '': 'x' }],
  [
    'several types',
    { type: ['object', 'null'], properties: { a: { type: ['array', 'null'], items: text } } },
    { a: ['x'] },
    { a: ['x'] },
  ],
  ['types that only keywords show', { properties: { a: { items: text } } }, { a: ['x'] }, { a: ['x'] }],
  [
    'a text with properties is a text',
    object({ a: { type: 'string', properties: { b: text }, items: text } }),
    { a: 'x' },
    { a: 'x' },
  ],
  ['a list of lists is one collection', object({ a: list(list(text)) }), { a: [['x']] }, { a: [['x']] }],
])('%s', (_, schema, result, outputs) => expect(flattened(schema, result)).toEqual(outputs));
