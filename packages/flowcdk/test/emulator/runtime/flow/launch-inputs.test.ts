import type { Json } from '../../../../src/emulator/state/json';
import { workflowYaml } from '../../private/flows';
import { livingOrg } from '../private/living-org';

/** Launches a workflow that gives its one input back. */
function launched(kind: string, value: Json) {
  const org = livingOrg();
  const queue = org.put('queue', { name: 'Support' });
  const flow = org.publish(
    workflowYaml(
      'echo',
      '',
      `    - ${kind}Variable: { name: Flow.value, initialValue: { noValue: true }, isInput: true, isOutput: true }`,
    ),
  );
  return org.launch(flow, { 'flow.VALUE': value === 'its id' ? queue.id : value }).outputs;
}

test.each<readonly [string, Json, Json]>([
  ['string', 'a', 'a'],
  ['integer', 999_999_999_999_999, 999_999_999_999_999],
  ['decimal', 1.5, 1.5],
  ['boolean', true, true],
  ['dateTime', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
  ['duration', 'PT5S', 'PT5S'],
  ['integerCollection', [1, 2], [1, 2]],
  ['stringCollection', ['a', 'b'], ['a', 'b']],
  ['stringCollection', ['a', null], ['a', null]],
  ['stringCollection', [], []],
  ['integer', null, null],
  ['queue', 'support', 'Support'],
  ['queue', 'its id', 'Support'],
])('an input of type %s takes %j', (kind, input, value) => {
  expect(launched(kind, input)?.['Flow.value']).toEqual(value);
});

test.each<readonly [string, Json, string]>([
  ['integer', '5', '"5" is no integer'],
  ['integer', 1.5, '1.5 is no integer'],
  ['integer', 1_000_000_000_000_000, '1000000000000000 is no integer'],
  ['decimal', 1e300, '1e+300 is no decimal'],
  ['boolean', 'true', '"true" is no boolean'],
  ['stringCollection', 'a', '"a" is no stringCollection'],
  ['stringCollection', ['a', 5], '["a",5] is no stringCollection'],
  ['queue', 'Sales', '"Sales" is no queue'],
])('an input of type %s refuses %j', (kind, input, why) => {
  expect(() => launched(kind, input)).toThrow(`inputData: 'Flow.value' of the flow 'echo': ${why}`);
});

test('an input the flow does not have is refused by name', () => {
  const org = livingOrg();
  const flow = org.publish(workflowYaml('none'));
  expect(() => org.launch(flow, { 'Flow.other': 1 })).toThrow(
    "inputData: the flow 'none' has no input 'Flow.other'; it has none.",
  );
});

test('a variable that is no input is refused, and one that is no output is not given back', () => {
  const org = livingOrg();
  const variable = (name: string, isInput: boolean, isOutput: boolean): string =>
    `    - stringVariable: { name: Flow.${name}, initialValue: { lit: ${name} }, isInput: ${isInput}, isOutput: ${isOutput} }`;
  const flow = org.publish(
    workflowYaml(
      'some',
      '',
      [variable('in', true, false), variable('inner', false, false), variable('out', false, true)].join('\n'),
    ),
  );
  expect(org.launch(flow, { 'Flow.in': 'a' }).outputs).toEqual({ 'Flow.out': 'out' });
  for (const name of ['Flow.inner', 'Flow.out'])
    expect(() => org.launch(flow, { [name]: 'a' })).toThrow(
      `inputData: the flow 'some' has no input '${name}'; it has Flow.in.`,
    );
});
