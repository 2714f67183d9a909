import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('path-gives-list'), {
  valid: {
    'a definite path': dataAction(),
    'a list for a list': dataAction({ map: '{ id: $.id, tags: $..tag }' }),
    'the first of a list': dataAction({
      map: '{ id: "$..id" }',
      template: '{"customerId": ${successTemplateUtils.firstFromArray("${id}")}}',
    }),
  },
  invalid: {
    'a list for one value': [
      dataAction({ map: '{ id: "$..id" }' }),
      'the path always gives a list, but the output customerId is one value',
    ],
  },
});

test('the place is the whole text', () => {
  const text = '$..id';
  expect(findingsIn(ruleNamed('path-gives-list'), dataAction({ map: '{ id: "$..id" }' }))).toMatchObject([
    { excerpt: { text, column: 1, length: text.length } },
  ]);
});
