import { check } from '../../../src/check/check';
import { dataActionIn } from '../private/data-action';
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

test('an output inside of an object is one value, too; one inside of a list is none', () => {
  const parts = { type: 'object', properties: { id: { type: 'string' } } };
  const messages = (output: object) => {
    const example = dataAction({ map: '{ id: "$..id" }', template: '{"customer": {"id": ${id}}}' });
    const action = { ...dataActionIn(example), contract: { input: {}, output } };
    const findings = check({ files: [], definitions: [action] }, { rules: [ruleNamed('path-gives-list')] });
    return findings.map(({ message }) => message);
  };
  const message = 'the path always gives a list, but the output id is one value';
  const around = (name: string, inner: object) => ({
    type: 'object',
    properties: { first: { type: 'object', properties: { no: { type: 'string' } } }, [name]: inner },
  });
  expect(messages(around('customer', parts))).toEqual([message]);
  expect(messages(around('customers', { type: 'array', items: parts }))).toEqual([message]);
  expect(messages(around('customer', { type: 'object', properties: { id: { type: 'array' } } }))).toEqual([]);
});
