import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('json-path-syntax'), {
  valid: { 'a path': dataAction({ map: `{ id: "$.items[?(@.kind == 'main')].id" }` }) },
  invalid: {
    'an open bracket': [
      dataAction({ map: '{ id: "$.items[0" }' }),
      expect.stringMatching(/^the path of id cannot be read/) as unknown as string,
    ],
  },
});

test('the place is the character at which the path ends to be one', () => {
  expect(findingsIn(ruleNamed('json-path-syntax'), dataAction({ map: '{ id: "$.items[x].id" }' }))).toMatchObject([
    { excerpt: { text: '$.items[x].id', length: 1 } },
  ]);
});
