import { contractsOf } from '../../src/import/schema-contracts';

const values = (properties: object, required?: readonly string[]) => {
  const schema = { type: 'object', properties, ...(required ? { required } : {}) };
  const { dataActions } = contractsOf([
    {
      dataActions: [{ category: 'CRM', name: 'Find', inputs: schema as never, outputs: { type: 'object' } }],
      dataTables: [],
    },
  ]);
  return dataActions?.[0]?.inputs;
};

test.each([
  ['string', 'string'],
  ['integer', 'integer'],
  ['number', 'decimal'],
  ['boolean', 'boolean'],
  ['object', 'string'],
])('JSON of type %s is a %s', (type, kind) => {
  expect(values({ a: { type } }, ['a'])).toEqual({ a: { kind, collection: false } });
});

test('a list is a collection', () => {
  expect(values({ a: { type: 'array', items: { type: 'integer' } } }, ['a'])).toEqual({
    a: { kind: 'integer', collection: true },
  });
});

test('an input that is not required may be missing', () => {
  expect(values({ a: { type: 'string' } })).toEqual({ a: { kind: 'string', collection: false, optional: true } });
});

test('the first contract of a name counts', () => {
  const of = (type: string) => ({
    dataActions: [],
    dataTables: [{ name: 'Shops', schema: { properties: { key: { type } } } }],
  });
  const known = new Map(
    contractsOf([of('string'), of('integer')]).dataTables?.map(({ name, columns }) => [name, columns]),
  );

  expect(known.get('Shops')).toEqual({ key: { kind: 'string', collection: false } });
});
