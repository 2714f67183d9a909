import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';
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

test.each([
  [30, ''],
  [31, ' and 1 more'],
  [35, ' and 5 more'],
])('of %d placeholders 30 are named', (count, more) => {
  const keys = Array.from({ length: count }, (_, i) => `k${i + 1}`);
  const flow = `workflow:\n  name: x\n  description: "${keys.map((key) => `{{${key}}}`).join(' ')}"`;
  expect(findingsIn(ruleNamed('unresolved-placeholder'), flow).map(({ message }) => message)).toEqual([
    `${count} placeholders have no value yet: ${keys.slice(0, 30).join(', ')}${more}`,
  ]);
});
