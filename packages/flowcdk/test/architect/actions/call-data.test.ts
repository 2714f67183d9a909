import { callData, noValue, noValueWithNoFallback, prompt } from '../../../src';
import { failureOutputNames } from '../../../src/architect/actions/call-data';
import { findInAlpha, flow, welcome } from './private/fixtures';
import { render } from './private/render';

/** What stands below the name of the data action. */
const call = (action: Parameters<typeof render>[0]) =>
  (render(action) as { callData: { category: { [category: string]: { dataAction: { [name: string]: object } } } } })
    .callData.category['Customer databases']?.dataAction['Find customer in Alpha'];

const inputs = { phoneNumber: '+331' };

test('an output that nobody asked for is written as noValue', () => {
  const action = callData('Look up', findInAlpha, { inputs, outputs: { fullName: flow.customerName } });

  expect(call(action)).toMatchObject({
    successOutputs: {
      customerId: { noValue: true },
      fullName: { var: 'Flow.customerName' },
      orders: { noValue: true },
    },
  });
});

test('outputs are in the order of the contract, not of the call', () => {
  const action = callData('Look up', findInAlpha, {
    inputs,
    outputs: { orders: flow.ids, customerId: flow.customerId },
  });

  expect(Object.keys((call(action) as { successOutputs: object }).successOutputs)).toEqual([
    'customerId',
    'fullName',
    'orders',
  ]);
});

test('a data action that gives nothing has no successOutputs', () => {
  const action = callData('Tell', { ...findInAlpha, outputs: {} }, { inputs });

  expect(call(action)).toEqual({ inputs: { phoneNumber: { lit: '+331' } } });
});

test('an optional input that was left out is not written, one that is explicitly unset is', () => {
  expect(call(callData('x', findInAlpha, { inputs }))).toMatchObject({ inputs: { phoneNumber: { lit: '+331' } } });
  expect(call(callData('x', findInAlpha, { inputs: { ...inputs, strict: noValue } }))).toMatchObject({
    inputs: { strict: { noValue: true } },
  });
});

test('failureOutputs that were asked for are written with all of their keys, the others as noValue', () => {
  const action = callData('Look up', findInAlpha, { inputs, failureOutputs: { status: flow.tries } });
  const { failureOutputs } = call(action) as { failureOutputs: Readonly<Record<string, object>> };

  expect(Object.keys(failureOutputs)).toEqual(failureOutputNames);
  expect(failureOutputs).toMatchObject({ status: { var: 'Flow.tries' }, errorCode: { noValue: true } });
});

test.each([
  ['a name', prompt('PromptSystem.processing'), { lit: { name: 'PromptSystem.processing' } }],
  ['a definition', prompt(welcome), { lit: { name: 'Prompt.welcome' } }],
  ['none: the default of the flow', noValue, { noValue: true }],
  ['none at all', noValueWithNoFallback, { noValueWithNoFallback: true }],
  ['an expression', prompt(flow.prompt), { exp: 'Flow.prompt' }],
])('a processing prompt is %s', (_, processingPrompt, yaml) => {
  expect(render(callData('x', findInAlpha, { inputs, processingPrompt }))).toMatchObject({
    callData: { processingPrompt: yaml },
  });
});

test('paths that were not given are not written', () => {
  expect(render(callData('x', findInAlpha, { inputs }))).not.toHaveProperty('callData.outputs');
});
