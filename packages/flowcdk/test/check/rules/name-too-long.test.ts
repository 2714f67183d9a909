import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('name-too-long'), {
  valid: { '200 characters': `- endWorkflow: { name: ${'x'.repeat(200)} }` },
  invalid: { '201 characters': [`- endWorkflow: { name: ${'x'.repeat(201)} }`, 'the name has 201 characters'] },
});
