import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

test('what is queued is heard, then the flow ends the call', () => {
  const org = livingOrg();
  const call = callTo(org, {
    actions: [
      '- playAudio: { name: Say, audio: { tts: Goodbye } }',
      '- disconnect: { name: Bye }',
      '- playAudio: { name: Never, audio: { tts: Never } }',
    ],
  });
  org.clock.runNow();
  expect(org.heard()).toEqual(['Goodbye']);
  expect(org.events('flow.ended')).toMatchObject([{ reason: 'disconnect' }]);
  expect(call.ended).toBe(true);
  expect(call.conversation.customer.disconnectType).toBe('PEER');
});
