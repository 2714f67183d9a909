import { ruleNamed, ruleTest } from '../private/rule-test';

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
