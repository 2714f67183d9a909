import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('unknown-action'), {
  valid: { 'a known one': '- endWorkflow: { name: End }', 'a known one in a wrong form': '- endWorkflow: End' },
  invalid: { 'a misspelt one': ['- endWorkflo: { name: End }', 'endWorkflo is no action Flowcdk knows'] },
  helps: {
    'a misspelt one': ['- endWorkflo: { name: End }', 'Did you mean endWorkflow?'],
    'one that is like no other': ['- paintItBlue: { name: Paint }', 'What is in it is kept, but not checked.'],
  },
});

test('the place is the name of the action', () => {
  expect(findingsIn(ruleNamed('unknown-action'), '- endWorkflo: { name: End }')).toMatchObject([
    { excerpt: { text: expect.stringMatching(/- endWorkflo:/) as string, length: 'endWorkflo'.length } },
  ]);
});
