import { callTo } from '../private/calls';
import { livingOrg } from '../private/living-org';

test('Set UUI Data is what the flow reads, and what the log tells', () => {
  const org = livingOrg();
  callTo(org, {
    actions: [
      '- setUUIData: { name: Tell, uuiData: { lit: customer 7 }, mode: disconnect }',
      '- playAudio: { name: Say, audio: { exp: ToAudioTTS(Call.UUIData) } }',
    ],
  });
  org.clock.runNow();
  expect(org.heard()).toEqual(['customer 7']);
  expect(org.events('uuiData.set')).toMatchObject([{ data: 'customer 7', mode: 'disconnect' }]);
});
