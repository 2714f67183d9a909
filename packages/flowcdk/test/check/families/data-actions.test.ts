import { findCustomer } from '../private/data-action';
import { ruleNamed, ruleTest } from '../private/rule-test';

interface Call {
  readonly category?: string;
  readonly name?: string;
  readonly inputs?: string;
  readonly outputs?: string;
  readonly failureOutputs?: string;
  readonly timeout?: string;
  readonly ways?: string;
}

const call = ({ category, name, inputs, outputs, failureOutputs, timeout, ways }: Call = {}): string => `- callData:
    name: Look up${timeout === undefined ? '' : `\n    timeout: ${timeout}`}
    category:
      ${category ?? 'Customer database'}:
        dataAction:
          ${name ?? 'Find customer'}:
            inputs: ${inputs ?? '{ phoneNumber: { exp: Flow.text } }'}
            successOutputs: ${outputs ?? '{}'}${failureOutputs === undefined ? '' : `\n            failureOutputs: ${failureOutputs}`}
    outputs: ${ways ?? '{}'}`;

const end = '{ actions: [{ endWorkflow: { name: End } }] }';
const definitions = [findCustomer];

ruleTest(ruleNamed('unknown-data-action'), {
  definitions,
  valid: { 'one that is there': call() },
  invalid: {
    'another name': [
      call({ name: 'Find client' }),
      'there is no data action "Find client" in the category Customer database',
    ],
    'another category': [call({ category: 'CRM' }), 'no data action that is deployed here is in the category "CRM"'],
  },
});

ruleTest(ruleNamed('unknown-data-action'), {
  valid: { 'any, where no definitions are at hand': call({ name: 'Find client' }) },
  invalid: {},
});

ruleTest(ruleNamed('data-action-input'), {
  definitions,
  valid: {
    'all that is required': call(),
    'what is optional': call({ inputs: '{ phoneNumber: { exp: Flow.text }, limit: { lit: 3 } }' }),
    'none of what is optional': call({ inputs: '{ phoneNumber: { exp: Flow.text }, limit: { noValue: true } }' }),
  },
  invalid: {
    'one that is missing': [call({ inputs: '{}' }), 'Find customer is called without its input phoneNumber'],
    'one without a value': [
      call({ inputs: '{ phoneNumber: { noValue: true } }' }),
      'Find customer is called with no value for its input phoneNumber',
    ],
    'one too many': [
      call({ inputs: '{ phoneNumber: { exp: Flow.text }, phone: { exp: Flow.text } }' }),
      'Find customer has no input "phone"',
    ],
  },
});

ruleTest(ruleNamed('expression-type'), {
  definitions,
  valid: { 'an input that can be cast': call({ inputs: '{ phoneNumber: { exp: Flow.count } }' }) },
  invalid: {
    'an input of another type': [
      call({ inputs: '{ phoneNumber: { exp: Flow.text }, limit: { exp: Flow.queue } }' }),
      'the expression gives queue, but integer is wanted',
    ],
  },
});

ruleTest(ruleNamed('wrong-literal'), {
  definitions,
  valid: { 'a number': call({ inputs: '{ phoneNumber: { lit: "+49" }, limit: { lit: 3 } }' }) },
  invalid: {
    'a text for a number': [
      call({ inputs: '{ phoneNumber: { lit: "+49" }, limit: { lit: three } }' }),
      'limit is given "three"',
    ],
  },
});

ruleTest(ruleNamed('assigned-type'), {
  definitions,
  valid: { 'an output of its type': call({ outputs: '{ customerId: { var: Flow.text } }' }) },
  invalid: {
    'an output of another type': [
      call({ outputs: '{ customerId: { var: Flow.count } }' }),
      'Flow.count is declared as integer and given string',
    ],
  },
});

ruleTest(ruleNamed('data-action-output'), {
  definitions,
  valid: { 'one of the contract': call({ outputs: '{ customerId: { var: Flow.text }, name: { noValue: true } }' }) },
  invalid: {
    'another case': [
      call({ outputs: '{ customerID: { var: Flow.text } }' }),
      'Find customer has no output "customerID"',
    ],
    'of a failure': [
      call({ failureOutputs: '{ errorcode: { noValue: true } }' }),
      'a failed data action has no output "errorcode"',
    ],
  },
});

ruleTest(ruleNamed('no-failure-path'), {
  valid: {
    'a path with something in it': call({ ways: `{ failure: ${end} }` }),
    'a success that never comes back': call({ ways: `{ success: ${end} }` }),
    'a failure that is kept': call({ failureOutputs: '{ errorCode: { var: Flow.text } }' }),
  },
  invalid: {
    'no path': [call(), 'nothing is done when the data action fails'],
    'an empty one': [call({ ways: '{ failure: { actions: [] } }' }), 'nothing is done when the data action fails'],
  },
});

ruleTest(ruleNamed('no-timeout-path'), {
  valid: { 'a path with something in it': call({ ways: `{ timeout: ${end} }` }) },
  invalid: {
    'no path': [call({ ways: `{ failure: ${end} }` }), 'nothing is done when the data action takes too long'],
  },
});

ruleTest(ruleNamed('data-action-timeout'), {
  valid: {
    'one second': call({ timeout: '{ lit: { seconds: 1 } }' }),
    'a minute': call({ timeout: '{ lit: { minutes: 1 } }' }),
    'the timeout of the data action': call({ timeout: '{ noValue: true }' }),
    'one that is not known': call({ timeout: '{ exp: Flow.pause }' }),
  },
  invalid: {
    'more than a minute': [call({ timeout: '{ lit: { minutes: 1, seconds: 1 } }' }), 'the timeout is 61 seconds'],
    'less than a second': [call({ timeout: '{ lit: { ms: 500 } }' }), 'the timeout is 0.5 seconds'],
    'an expression that is always too long': [
      call({ timeout: '{ exp: "MakeDuration(0, 0, 2, 0)" }' }),
      'the timeout is 2 minutes',
    ],
  },
});

ruleTest(ruleNamed('failure-outputs-in-call'), {
  kind: 'inboundCall',
  valid: { none: call() },
  invalid: {
    any: [
      call({ failureOutputs: '{ errorCode: { noValue: true } }' }),
      'failureOutputs are not available in a flow of kind inboundCall',
    ],
  },
});

ruleTest(ruleNamed('failure-outputs-in-call'), {
  valid: { 'those of a workflow': call({ failureOutputs: '{ errorCode: { noValue: true } }' }) },
  invalid: {},
});
