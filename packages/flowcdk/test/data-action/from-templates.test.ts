import { dataActionFromTemplates, existing, integer, string } from '../../src';
import { render } from '../../src/templates';
import { hashOf } from '../../src/data-action/contract';

const contract = {
  input: { type: 'object', properties: { phone: { type: 'string' } } },
  output: {
    type: 'object',
    properties: {
      orders: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
      count: { type: 'integer' },
    },
  },
};
const props = {
  name: 'Find orders',
  integration: existing('integration', 'CRM'),
  input: { phone: string() },
  outputs: { 'orders.id': string(), count: integer() },
  contract,
  request: { method: 'POST', url: 'https://crm.example/${input.phone}', body: '{"phone": "$input.phone"}' },
  response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
} as const;

test('templates and contract are what they were', () => {
  const action = dataActionFromTemplates(props);

  expect(render(action.request.url, () => '')).toBe('https://crm.example/${input.phone}');
  expect(action.request.body && render(action.request.body, () => '')).toBe('{"phone": "$input.phone"}');
  expect(action.contract).toEqual(contract);
  expect(action.contractHash).toBe(hashOf(contract.input, contract.output, false));
  expect(action).toMatchObject({ category: 'CRM', problems: [], uses: [{ name: 'CRM' }] });
});

test.each([
  ['an input', { input: { ...props.input, shop: string() } }, 'the input shop does not stand in the contract'],
  ['an output', { outputs: { 'orders.name': string() } }, 'the output orders.name does not stand in the contract'],
  ['a name', { name: ' ' }, 'name'],
])('%s that cannot be is a problem', (_, change, message) => {
  const { problems } = dataActionFromTemplates({ ...props, ...(change as object) });

  expect(problems.map((problem) => problem.message)).toEqual([expect.stringContaining(message)]);
});

test('flows see the types of inputs and outputs', () => {
  const { input, outputs } = dataActionFromTemplates(props);
  expect([input.phone.kind, outputs.count.kind]).toEqual(['string', 'integer']);
  // @ts-expect-error: the action has no such output
  expect(outputs.other).toBeUndefined();
});
