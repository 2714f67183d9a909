import { ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('template-output-missing'), {
  valid: { 'all of them': dataAction(), 'the answer as it is': dataAction({ template: '${rawResult}' }) },
  invalid: {
    one: [dataAction({ template: '{"tags": ${tags}}' }), 'the answer has no customerId, which the contract requires'],
  },
});
