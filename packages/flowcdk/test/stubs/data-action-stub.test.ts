import type { JsonObject } from '../../src/emulator/state/json';
import { readFile } from '../../src/check/project';
import { dataActionStub, resultSchemaOf } from '../../src/stubs/data-action-stub';
import { inventedOfSchema } from '../../src/stubs/invented';
import { thingsNamedIn } from '../../src/stubs/named-things';

const ids = { id: 'a', integrationId: 'b' };
const MONDAY = { now: Date.UTC(2026, 0, 5, 10) };

/** What the stub of the one data action gives that a workflow calls. */
function resultOf(outputs: string, contract?: JsonObject): unknown {
  const yaml = `workflow:
  name: Order
  variables:
    - stringVariable: { name: Flow.text }
    - integerVariable: { name: Flow.number }
    - booleanVariable: { name: Flow.flag }
    - stringCollectionVariable: { name: Flow.texts }
  states:
    - state:
        name: Start
        refId: Start
        actions:
          - callData: { name: Ask, category: { Shop: { dataAction: { Find: { successOutputs: ${outputs} } } } } }
`;
  const [thing] = thingsNamedIn([readFile('order.yaml', yaml)]).filter(({ kind }) => kind === 'dataAction');
  const dataActions = contract === undefined ? [] : [{ category: 'Shop', name: 'Find', inputs: {}, outputs: contract }];
  return thing && inventedOfSchema(resultSchemaOf(dataActionStub(thing, { dataActions }, ids)), '', MONDAY);
}

test.each([
  [
    'types of variables',
    '{ a: { var: Flow.text }, b: { var: Flow.number }, c: { var: Flow.flag } }',
    { a: 'a', b: 1, c: true },
  ],
  ['outputs inside of others', '{ customer.name: { var: Flow.text } }', { customer: { name: 'name' } }],
  ['a list', '{ ids: { var: Flow.texts } }', { ids: ['ids'] }],
  ['a list of objects', '{ orders.id: { var: Flow.texts } }', { orders: [{ id: 'id' }] }],
  [
    'a list inside of an object',
    '{ o.ids: { var: Flow.texts }, o.n: { var: Flow.number } }',
    { o: { ids: ['ids'], n: 1 } },
  ],
  ['no outputs', '{}', {}],
])('without a contract the variables of the flow make it: %s', (_, outputs, result) => {
  expect(resultOf(outputs)).toEqual(result);
});

test('a contract makes it where an export holds one: outputs that the flow does not use, and enums', () => {
  const contract = {
    properties: {
      'customer.tier': { type: 'string', enum: ['gold', 'silver'] },
      'orders.id': { type: 'array', items: { type: 'integer' } },
    },
  };

  expect(resultOf('{ customer.tier: { var: Flow.text } }', contract)).toEqual({
    customer: { tier: 'gold' },
    orders: [{ id: 1 }],
  });
});
