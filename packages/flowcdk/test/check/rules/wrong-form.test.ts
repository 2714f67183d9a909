import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('wrong-form'), {
  valid: { 'a wrapped value': '- wait: { name: Wait, duration: { exp: Flow.pause } }' },
  invalid: {
    'a bare value': ['- wait: { name: Wait, duration: 5 }', 'expected lit, exp or noValue, found 5'],
    'an action without a key': ['- endWorkflow', 'expected an action: a map with exactly one key'],
    'a map for a list': [
      '- updateData: { name: x, statements: {} }',
      'expected a list of statements such as string: {variable: …, value: …}, found an empty map',
    ],
  },
});

const language = (skill: string) =>
  `outboundCall:\n  name: x\n  supportedLanguages:\n    en-us: { defaultLanguageSkill: ${skill} }`;

test('a skill beside noValue is overlooked by Architect, too', () => {
  const rule = ruleNamed('wrong-form');

  expect(findingsIn(rule, language('Sales'))).toMatchObject([{ severity: 'error' }]);
  expect(findingsIn(rule, language('Sales, noValue: true'))).toMatchObject([{ severity: 'warning' }]);
});

test('an action that nobody has seen in a file gets a warning only', () => {
  const flow =
    'inboundCall: { name: x, tasks: [{ task: { name: t, actions: [{ encryptData: { name: Hide, dataToEncrypt: 5 } }] } }] }';

  expect(findingsIn(ruleNamed('wrong-form'), flow)).toMatchObject([{ severity: 'warning' }]);
});
