import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

const attribute = (name: number, value: number) =>
  `- setConversationData:
    name: x
    conversationId: { exp: Flow.conversationId }
    attributes:
      - attribute: { name: { lit: ${'n'.repeat(name)} }, value: { lit: ${'v'.repeat(value)} } }`;

ruleTest(ruleNamed('attribute-size'), {
  valid: { 'what is safe': attribute(64, 256) },
  invalid: {
    'a long name': [attribute(65, 1), 'the name of the attribute has 65 characters'],
    'a long value': [attribute(1, 257), 'the value of the attribute has 257 characters'],
  },
});

test('a value too long for a bot is an error, as that limit is published', () => {
  const rule = ruleNamed('attribute-size');
  const example =
    '- setParticipantData: { name: x, attributes: [{ attribute: { name: { lit: a }, value: { lit: %s } } }] }';

  expect(findingsIn(rule, example.replace('%s', 'v'.repeat(257)), { kind: 'botFlow' })).toMatchObject([
    { severity: 'error' },
  ]);
});
