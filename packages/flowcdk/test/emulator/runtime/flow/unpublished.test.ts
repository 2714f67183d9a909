import { unpublishFlow } from '../../../../src/emulator/publish/publish-flow';
import { callFlowYaml, workflowYaml } from '../../private/flows';
import { callFlowOf, callTo, inQueueFlowOf } from '../private/calls';
import { livingOrg } from '../private/living-org';

// A flow that was taken out of use keeps its versions; nothing starts it any more.

test('a workflow that is not published cannot be launched', () => {
  const org = livingOrg();
  const flow = org.publish(workflowYaml('count'));
  unpublishFlow(org.org, flow);
  expect(() => org.launch(flow)).toThrow("The flow 'count' is not published.");
});

test('a call route whose flow is not published refuses calls, and says which', () => {
  const org = livingOrg();
  const flow = org.publish(callFlowYaml('line'));
  org.number('+33199000001', flow);
  unpublishFlow(org.org, flow);
  expect(org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' })).toBeUndefined();
  expect(org.events('call.refused')).toMatchObject([{ reason: "the flow 'line' of the call route is not published" }]);
});

test('an emergency flow that is not published answers no call either', () => {
  const org = livingOrg();
  const ivr = org.number('+33199000001', org.publish(callFlowYaml('line')));
  const emergencyFlow = org.publish(callFlowYaml('emergency'));
  const emergencyCallFlows = [{ emergencyFlow: { id: emergencyFlow.id }, ivrs: [{ id: ivr.id }] }];
  org.put('emergencyGroup', { name: 'Fire', enabled: true, emergencyCallFlows });
  unpublishFlow(org.org, emergencyFlow);
  expect(org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' })).toBeUndefined();
  expect(org.events('call.refused')).toMatchObject([
    { reason: "the flow 'emergency' of the call route is not published" },
  ]);
});

test('a queue whose in-queue flow is not published plays the music of the system', () => {
  const org = livingOrg();
  const waiting = org.publish(inQueueFlowOf('waiting', ['- playAudio: { name: Say, audio: { tts: Please wait } }']));
  org.put('queue', { name: 'Support', queueFlow: { id: waiting.id } });
  unpublishFlow(org.org, waiting);
  callTo(org, { actions: ['- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }'] });
  org.clock.runNow();
  expect(org.events('audio.started')).toMatchObject([{ text: '(hold music)' }]);
});

test('a transfer that wants an in-queue flow that is not published fails', () => {
  const org = livingOrg();
  org.put('queue', { name: 'Support' });
  const waiting = org.publish(inQueueFlowOf('waiting', ['- playAudio: { name: Say, audio: { tts: Please wait } }']));
  const flow = callFlowOf({
    actions: [
      '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, overrideInQueueFlow: { name: waiting } }',
    ],
  });
  org.number('+33199000001', org.publish(flow));
  unpublishFlow(org.org, waiting);
  org.runtime.calls.place({ from: '+33142685300', to: '+33199000001' });
  org.clock.runNow();
  expect(org.events('transfer.failed')).toMatchObject([
    { problem: "there is no published in-queue call flow 'waiting' any more" },
  ]);
});
