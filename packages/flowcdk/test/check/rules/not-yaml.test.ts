import { ruleNamed, ruleTest } from '../private/rule-test';
import { goodbye } from '../private/shape-examples';

ruleTest(ruleNamed('not-yaml'), {
  valid: { 'a flow': goodbye, 'a placeholder, which is another rule’s': 'inboundCall:\n  name: {{name}}' },
  invalid: {
    'a tab': [
      'workflow:\n\tname: x',
      'A tab stands where the indentation is. YAML is indented with spaces only; replace the tab.',
    ],
    'nothing at all': ['# nothing here', 'There is nothing in this text but white space and comments.'],
  },
});
