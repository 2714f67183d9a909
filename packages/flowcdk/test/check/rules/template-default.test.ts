import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('template-default'), {
  valid: { JSON: dataAction({ defaults: `{ id: '""', tags: '[]', n: '0', b: 'false' }` }) },
  invalid: { 'a bare text': [dataAction({ defaults: '{ id: UNKNOWN }' }), 'the default of id is no JSON'] },
});

test('the place is the whole text', () => {
  const text = 'UNKNOWN';
  expect(findingsIn(ruleNamed('template-default'), dataAction({ defaults: '{ id: UNKNOWN }' }))).toMatchObject([
    { excerpt: { text, column: 1, length: text.length } },
  ]);
});
