import { check } from '../../../src/check/check';
import { dataActionIn } from '../private/data-action';
import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';
import { dataAction } from '../private/templates-examples';

ruleTest(ruleNamed('template-output-missing'), {
  valid: {
    'all of them': dataAction(),
    'the answer as it is': dataAction({ template: '${rawResult}' }),
    'the answer as it is, inside something': dataAction({ template: '{"all": ${rawResult}}' }),
    'one value of the answer': dataAction({ template: '${customer}' }),
  },
  invalid: {
    one: [dataAction({ template: '{"tags": ${tags}}' }), 'the answer has no customerId, which the contract requires'],
  },
});

test('the place is the whole text', () => {
  const text = '{"tags": ${tags}}';
  expect(findingsIn(ruleNamed('template-output-missing'), dataAction({ template: '{"tags": ${tags}}' }))).toMatchObject(
    [{ excerpt: { text, column: 1, length: text.length } }],
  );
});

test('what is required inside of an object is required, too; what is required inside of a list is not', () => {
  const object = (type: string) => ({ type, properties: { street: { type: 'string' } }, required: ['street'] });
  const contract = (type: string) => ({
    input: {},
    output: { type: 'object', properties: { address: object(type) }, required: ['address'] },
  });
  const messages = (type: string) => {
    const action = { ...dataActionIn(dataAction({ template: '{"address": {}}' })), contract: contract(type) };
    const findings = check({ files: [], definitions: [action] }, { rules: [ruleNamed('template-output-missing')] });
    return findings.map(({ message }) => message);
  };
  expect(messages('object')).toEqual(['the answer has no street, which the contract requires']);
  expect(messages('array')).toEqual([]);
});
