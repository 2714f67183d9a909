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
  helps: {
    'a long name': [attribute(65, 1), 'Up to 64 are safe; the real limit is not published.'],
    'a long value': [attribute(1, 257), 'Up to 256 are safe; the real limit is not published.'],
  },
});

describe('in a bot', () => {
  const rule = ruleNamed('attribute-size');
  const written = (name: string, value: string): string =>
    `- setParticipantData: { name: x, attributes: [{ attribute: { name: { lit: ${name} }, value: { lit: ${value} } } }] }`;

  test.each(['botFlow', 'digitalBot'] as const)(
    'a value too long is an error, as that limit is published: %s',
    (kind) => {
      expect(findingsIn(rule, written('a', 'v'.repeat(257)), { kind })).toMatchObject([
        { severity: 'error', help: 'Bots take up to 256.' },
      ]);
    },
  );

  test('a name too long is a warning, as everywhere', () => {
    expect(findingsIn(rule, written('n'.repeat(65), 'v'), { kind: 'botFlow' })).toMatchObject([
      { severity: 'warning', help: 'Up to 64 are safe; the real limit is not published.' },
    ]);
  });
});
