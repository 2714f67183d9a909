import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('unknown-key'), {
  kind: 'inboundCall',
  valid: { 'known keys': '- playAudio: { name: Welcome, audio: { tts: Welcome } }' },
  invalid: {
    'a key of another kind of flow': ['inboundCall:\n  name: x\n  states: []', 'unknown key states'],
    'a misspelt key': ['- playAudio: { nam: Welcome, audio: { tts: Welcome } }', 'unknown key nam'],
  },
});

test('a shape problem knows the action it is in, and what was probably meant', () => {
  const [finding] = findingsIn(ruleNamed('unknown-key'), '- endWorkflow: { name: End, exitReson: { lit: x } }');

  expect(finding).toMatchObject({
    path: 'Example / Start / End',
    help: 'Did you mean exitReason? Known here: name, exitReason.',
    excerpt: { text: '          - endWorkflow: { name: End, exitReson: { lit: x } }', column: 39, length: 9 },
  });
});
