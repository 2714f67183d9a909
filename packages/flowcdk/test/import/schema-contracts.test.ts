import { knownContracts, pulledContract } from '../../src/import/schema-contracts';

const text = { kind: 'string', collection: false };

test('a schema becomes the values that Architect shows', () => {
  const schema = {
    type: 'object',
    required: ['id'],
    properties: {
      id: { type: 'string', description: 'The number of the order' },
      count: { type: 'integer' },
      price: { type: 'number' },
      open: { type: 'boolean' },
      tags: { type: 'array', items: { type: 'string' } },
      customer: { type: 'object', properties: { name: { type: 'string' } } },
      lines: { type: 'array', items: { type: 'object', properties: { amount: { type: 'integer' } } } },
      odd: {},
    },
  };
  const { dataActions = [] } = knownContracts([
    { dataActions: [{ category: 'Shop', name: 'Find order', inputs: schema, outputs: schema }] },
  ]);
  const outputs = {
    id: { ...text, description: 'The number of the order' },
    count: { kind: 'integer', collection: false },
    price: { kind: 'decimal', collection: false },
    open: { kind: 'boolean', collection: false },
    tags: { kind: 'string', collection: true },
    'customer.name': text,
    'lines.amount': { kind: 'integer', collection: true },
    odd: text,
  };

  expect(dataActions[0]?.outputs).toEqual(outputs);
  expect(dataActions[0]?.inputs).toEqual(
    Object.fromEntries(
      Object.entries(outputs).map(([name, value]) => [name, name === 'id' ? value : { ...value, optional: true }]),
    ),
  );
});

const inputSchema = { type: 'object', properties: { number: { type: 'string' } } };
const successSchema = { type: 'object', properties: {} };

test.each([
  [
    'a data action',
    { name: 'Find order', category: 'Shop', contract: { input: { inputSchema }, output: { successSchema } } },
    { dataActions: [{ category: 'Shop', name: 'Find order', inputs: inputSchema, outputs: successSchema }] },
  ],
  [
    'a data table',
    { name: 'Shops', schema: successSchema },
    { dataTables: [{ name: 'Shops', schema: successSchema }] },
  ],
  ['a queue', { name: 'Orders' }, undefined],
  ['a list', [], undefined],
  ['nothing', null, undefined],
])('%s of a pull', (_, json, contract) => {
  expect(pulledContract(JSON.stringify(json))).toEqual(contract);
});

test('text that is no JSON has no contract', () => {
  expect(pulledContract('{')).toBeUndefined();
});
