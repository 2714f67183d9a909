import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('name-too-long'), {
  valid: { '200 characters': `- endWorkflow: { name: ${'x'.repeat(200)} }` },
  invalid: { '201 characters': [`- endWorkflow: { name: ${'x'.repeat(201)} }`, 'the name has 201 characters'] },
});

test('the path has the beginning of the name', () => {
  const name = `${'x'.repeat(40)}${'y'.repeat(161)}`;
  expect(findingsIn(ruleNamed('name-too-long'), `- endWorkflow: { name: ${name} }`)).toMatchObject([
    { path: `Example / Start / ${'x'.repeat(40)}…` },
  ]);
});
