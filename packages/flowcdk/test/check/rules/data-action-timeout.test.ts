import { call } from '../private/data-actions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

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
