import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('unknown-action'), {
  valid: { 'a known one': '- endWorkflow: { name: End }', 'a known one in a wrong form': '- endWorkflow: End' },
  invalid: { 'a misspelt one': ['- endWorkflo: { name: End }', 'endWorkflo is no action Flowcdk knows'] },
});
