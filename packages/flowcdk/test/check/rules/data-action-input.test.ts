import { call, definitions } from '../private/data-actions-examples';
import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('data-action-input'), {
  definitions,
  valid: {
    'all that is required': call(),
    'what is optional': call({ inputs: '{ phoneNumber: { exp: Flow.text }, limit: { lit: 3 } }' }),
    'none of what is optional': call({ inputs: '{ phoneNumber: { exp: Flow.text }, limit: { noValue: true } }' }),
  },
  invalid: {
    'one that is missing': [call({ inputs: '{}' }), 'Find customer is called without its input phoneNumber'],
    'one without a value': [
      call({ inputs: '{ phoneNumber: { noValue: true } }' }),
      'Find customer is called with no value for its input phoneNumber',
    ],
    'one too many': [
      call({ inputs: '{ phoneNumber: { exp: Flow.text }, phone: { exp: Flow.text } }' }),
      'Find customer has no input "phone"',
    ],
  },
});

test.each([
  ['phone', 'It has: phoneNumber, limit.'],
  ['phoneNumbr', 'Did you mean phoneNumber? It has: phoneNumber, limit.'],
])('the way out for %s', (name, help) => {
  const findings = findingsIn(
    ruleNamed('data-action-input'),
    call({ inputs: `{ phoneNumber: { exp: Flow.text }, ${name}: { exp: Flow.text } }` }),
    { definitions },
  );
  expect(findings.map((finding) => finding.help)).toEqual([help]);
});

test('a finding stands at the input, where there is one', () => {
  const culprits = [
    '{ phoneNumber: { noValue: true } }',
    '{ phoneNumber: { exp: Flow.text }, other: { exp: Flow.text } }',
  ].map((inputs) => {
    const [finding] = findingsIn(ruleNamed('data-action-input'), call({ inputs }), { definitions });
    const { text = '', column = 1, length = 0 } = finding?.excerpt ?? {};
    return text.slice(column - 1, column - 1 + length);
  });
  expect(culprits).toEqual(['phoneNumber', 'other']);
});
