import { call, definitions } from '../private/data-actions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

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
  helps: {
    'a name that is meant': [
      call({ outputs: '{ customerID: { var: Flow.text } }' }),
      'Did you mean customerId? There are: customerId, name.',
    ],
    'a name that is like no other': [
      call({ outputs: '{ street: { var: Flow.text } }' }),
      'There are: customerId, name.',
    ],
  },
});
