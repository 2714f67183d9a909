import type { JsonObject } from '../../src/emulator/state/json';
import { nestedSchema } from '../../src/stubs/nested-schema';

const text = { type: 'string' };
const texts = { type: 'array', items: text };
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });

describe('the flat schema of a data action becomes the schema of its answer', () => {
  test.each<readonly [string, JsonObject, JsonObject]>([
    ['a plain property stays', { name: text }, { name: text }],
    ['a dot is a level', { 'customer.name': text }, { customer: object({ name: text }) }],
    ['a list of its own stays', { names: texts }, { names: texts }],
    [
      'lists under one name are the columns of a list',
      { 'orders.id': texts, 'orders.shop.name': texts },
      { orders: { type: 'array', items: object({ id: text, shop: object({ name: text }) }) } },
    ],
    [
      'a list beside a text is a list of its own',
      { 'customer.name': text, 'customer.mails': texts },
      { customer: object({ name: text, mails: texts }) },
    ],
  ])('%s', (_, flat, nested) => {
    expect(nestedSchema(object(flat))).toEqual(object(nested));
  });

  test('what is required stays required', () => {
    expect(nestedSchema({ ...object({ a: text, 'b.c': text }), required: ['a', 'b.c'] })).toEqual({
      ...object({ a: text, b: object({ c: text }) }),
      required: ['a'],
    });
  });
});
