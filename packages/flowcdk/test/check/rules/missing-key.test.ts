import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('missing-key'), {
  valid: { 'what may be left out': '- endWorkflow: {}' },
  invalid: { 'a wait without a duration': ['- wait: { name: Wait }', 'duration is missing'] },
  helps: { 'a wait without a duration': ['- wait: { name: Wait }', 'Give it: lit, exp or noValue.'] },
});
