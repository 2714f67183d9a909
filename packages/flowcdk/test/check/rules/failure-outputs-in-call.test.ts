import { call } from '../private/data-actions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

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
