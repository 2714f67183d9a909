import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('action-not-in-flow'), {
  kind: 'inboundCall',
  valid: { 'an action of calls': '- playAudio: { name: Welcome, audio: { tts: Welcome } }' },
  invalid: {
    'a wait in a call': [
      '- wait: { name: Wait, duration: { lit: { seconds: 5 } } }',
      'wait cannot be used in a flow of kind inboundCall',
    ],
  },
});

ruleTest(ruleNamed('action-not-in-flow'), {
  kind: 'workflow',
  valid: { 'an action whose flows nobody knows': '- encryptData: { name: Hide, dataToEncrypt: { exp: Flow.secret } }' },
  invalid: {
    'an action of calls that nobody has seen in a file, a warning': [
      '- setPostFlow: { name: Survey }',
      'setPostFlow cannot be used in a flow of kind workflow',
    ],
  },
});

test.each([
  [
    'a wait in a call',
    'inboundCall',
    '- wait: { name: Wait, duration: { lit: { seconds: 5 } } }',
    'error',
    /^In a call flow time passes with something/,
  ],
  ['another action in a call', 'inboundCall', '- endWorkflow: { name: End }', 'error', /^It belongs to workflow/],
  [
    'what nobody has seen in a file',
    'workflow',
    '- setPostFlow: { name: Survey }',
    'warning',
    /^It belongs to inboundCall/,
  ],
] as const)('%s: how bad it is, and the way out', (_, kind, example, severity, help) => {
  const [finding] = findingsIn(ruleNamed('action-not-in-flow'), example, { kind });
  expect(finding?.severity).toBe(severity);
  expect(finding?.help).toMatch(help);
});
