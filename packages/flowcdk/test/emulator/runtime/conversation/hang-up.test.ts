import type { PlacedCall } from '../../../../src/emulator/runtime/conversation/placed-call';
import type { Consistency } from '../../../../src/emulator/runtime/conversation/participant-data';
import type { EventName } from '../../../../src/emulator/runtime/events';
import { call, callFlowOf, inQueueFlowOf, LINE } from '../private/calls';
import { livingOrg } from '../private/living-org';

// A caller may hang up whenever something happens: while the flow speaks, asks, listens, waits in a queue, talks to an agent.

const steps = [
  '- playAudio: { name: Hello, audio: { tts: Hello } }',
  '- setParticipantData: { name: Note, attributes: [{ attribute: { name: { lit: a }, value: { lit: b } } }] }',
  '- callData: { name: Look up, category: { Customers: { dataAction: { Find: { inputs: {}, successOutputs: {} } } } } }',
  '- collectInput: { name: Ask, inputData: { var: Flow.digits }, digits: { exact: 2 }, inputAudio: { tts: Two digits }, verificationType: individualDigits }',
  '- detectSilence: { name: Quiet }',
  '- transferToAcd: { name: Go, preTransferAudio: { tts: One moment }, targetQueue: { lit: { name: Support } } }',
];
const waiting = [
  '- playAudio: { name: Say, audio: { tts: Please wait } }',
  '- holdMusic: { name: Music, playStyle: { duration: { lit: { seconds: 7 } } } }',
  '- getParticipantData: { name: Look, attributes: [{ attribute: { name: { lit: a }, variable: Flow.seen } }] }',
];
const seen = '  variables: [{ stringVariable: { name: Flow.seen, initialValue: { noValue: true } } }]\n';

/** An org in which a call goes through all of that; `watch` is told of each event, and the call, once there is one. */
function story(consistency: Consistency, watch: (number: number, call: PlacedCall) => void) {
  const org = livingOrg({
    settings: { consistency, agents: { answersAfter: 12_000, talksFor: 10_000, wrapsUpIn: 2_000 } },
    dataActions: { 'Customers / Find': { outputs: {}, after: 3_000 } },
  });
  org.put('user', { name: 'Ada' });
  const inQueue = inQueueFlowOf('waiting', waiting).replace('  startUpTaskActions', `${seen}  startUpTaskActions`);
  org.put('queue', { name: 'Support', queueFlow: { id: org.publish(inQueue).id } });
  org.number(LINE, org.publish(callFlowOf({ variables: ['digits'], actions: steps })));
  const begun: PlacedCall[] = [];
  org.runtime.log.listen(({ number }) => begun.forEach((begunCall) => watch(number, begunCall)));
  const placed = call(org);
  begun.push(placed);
  org.clock.after(4_500, () => placed.press('12'));
  org.clock.after(9_000, () => placed.press('1'));
  org.clock.runNow();
  return { ...org, placed };
}

test.each<Consistency>(['strict', 'hostile'])(
  'at each event (%s): the call ends once, and with it what began',
  (consistency) => {
    const whole = story(consistency, () => undefined);
    expect(whole.events('agent.answered')).toHaveLength(1);

    for (const { number, type } of whole.runtime.log.events) {
      const org = story(consistency, (at, placed) => {
        if (at === number) placed.hangUp();
      });
      const count = (...kinds: EventName[]): number[] => kinds.map((kind) => org.events(kind).length);
      const open = org.placed.conversation.participants.filter(({ endedAt }) => endedAt === undefined);
      const [flows, flowsEnded, audio, audioEnded] = count(
        'flow.started',
        'flow.ended',
        'audio.started',
        'audio.ended',
      );
      expect({ at: type, ended: count('call.ended'), flows, audio, open }).toEqual({
        at: type,
        ended: [1],
        flows: flowsEnded,
        audio: audioEnded,
        open: [],
      });
    }
  },
);

test('an agent may answer as soon as the log tells that it rings', () => {
  const org = livingOrg();
  const ada = org.put('user', { name: 'Ada' });
  org.put('queue', { name: 'Support', members: [{ id: ada.id, ringNumber: 1 }] });
  org.number(
    LINE,
    org.publish(callFlowOf({ actions: ['- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }'] })),
  );
  const { acd, log } = org.runtime;
  log.listenTo(['agent.alerted'], ({ conversationId = '' }) => acd.answer(conversationId));
  acd.agents.goOnQueue(ada.id);
  const { conversation } = call(org);
  org.clock.runNow();
  expect(acd.agents.state(ada.id)).toBe('INTERACTING');
  expect(org.events('queue.left')).toMatchObject([{ conversationId: conversation.id, outcome: 'ANSWERED' }]);
});
