import { call, end } from '../private/data-actions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('no-timeout-path'), {
  valid: { 'a path with something in it': call({ ways: `{ timeout: ${end} }` }) },
  invalid: {
    'no path': [call({ ways: `{ failure: ${end} }` }), 'nothing is done when the data action takes too long'],
  },
});
