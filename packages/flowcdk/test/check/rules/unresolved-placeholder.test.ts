import { ruleNamed, ruleTest } from '../private/rule-test';
import { goodbye } from '../private/shape-examples';

ruleTest(ruleNamed('unresolved-placeholder'), {
  valid: { 'a flow': goodbye, 'a comment about one': 'workflow:\n  # {{name}}\n  name: x' },
  invalid: {
    'several, each named once': [
      'workflow:\n  name: "{{name}} of {{team}}"\n  description: "{{name}}"',
      '2 placeholders have no value yet: name, team',
    ],
    'one that breaks the YAML': [
      'workflow:\n  name: {{name}} of {{team}}',
      '2 placeholders have no value yet: name, team',
    ],
  },
});
