import { callFlowOf } from '../private/calls';
import { orgWith, transferring } from '../private/transferring';

test('a secure flow reads what it is handed', () => {
  const org = orgWith();
  org.publish(
    callFlowOf({
      kind: 'secureCall',
      name: 'pay',
      actions: ["- playAudio: { name: Say, audio: { exp: 'ToAudioTTS(ToString(Flow.InvocationData.amount))' } }"],
    }),
  );
  transferring(
    org,
    `- transferToFlowSecure: { name: Pay, targetFlow: { name: pay }, invocationData: { lit: '{"amount": 12}' } }`,
  );
  expect(org.heard()).toEqual(['12']);
  expect(org.events('event.published')[2]?.event).toMatchObject({ transferType: 'SECURE_FLOW' });
});
