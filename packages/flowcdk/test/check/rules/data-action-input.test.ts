import { call, definitions } from '../private/data-actions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

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
