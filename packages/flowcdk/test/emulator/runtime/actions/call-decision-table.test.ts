import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

const variables = [
  '    - jsonVariable: { name: Flow.data, initialValue: { noValue: true }, isInput: true, isOutput: true }',
  '    - stringVariable: { name: Flow.type, initialValue: { noValue: true }, isInput: false, isOutput: true }',
].join('\n');
const ask =
  '          - callDecisionTable: { name: Ask, decisionTable: { name: Priority }, input: { exp: Flow.data }, output: { var: Flow.data }, failureOutputs: { errorType: { var: Flow.type } } }';

/** Asks the table with an input; without one the input is NOT_SET. */
function decisionOn(input?: Readonly<Record<string, string>>, isGone = false) {
  const org = livingOrg();
  const table = org.put('decisionTable', {
    name: 'Priority',
    columns: { inputs: ['segment'], outputs: ['queue'] },
    rows: [{ inputs: ['Gold'], outputs: ['VIP'] }],
  });
  const flow = org.publish(workflowYaml('decides', ask, variables));
  if (isGone) org.org.remove('decisionTable', table.id);
  const { outputs = {} } = org.launch(flow, input ? { 'Flow.data': input } : {});
  return { data: outputs['Flow.data'], type: outputs['Flow.type'], called: org.events('decisionTable.called') };
}

test('the results of the row that fits are the output', () => {
  expect(decisionOn({ segment: 'Gold' })).toMatchObject({
    data: { queue: 'VIP' },
    type: null,
    called: [{ table: 'Priority', row: 1 }],
  });
});

test('where no row fits the output is NOT_SET', () => {
  const { data, type, called } = decisionOn({ segment: 'Silver' });

  expect([data, type]).toEqual([null, null]);
  expect(called[0]).not.toHaveProperty('row');
});

test.each([
  ['without an input', undefined, false, 'input.not.set'],
  ['when the table is gone', { segment: 'Gold' }, true, 'decisionTable.not.found'],
])('%s it fails', (_, input, isGone, type) => {
  expect(decisionOn(input, isGone).type).toBe(type);
});

test('a flow cannot be published that names a table that the org does not have', () => {
  expect(() => livingOrg().publish(workflowYaml('decides', ask, variables))).toThrow(
    "the organisation has no decision table named 'Priority'",
  );
});
