import { call, end } from '../private/data-actions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

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
