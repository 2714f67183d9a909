import { call, callFlowOf, callTo, inQueueFlowOf, LINE, topicsOf } from '../private/calls';
import { failed, orgWith, transferring, variables } from '../private/transferring';

const second = callFlowOf({ name: 'second', actions: ['- playAudio: { name: Say, audio: { tts: Second } }'] });

const go = `- transferToFlow: { name: Go, targetFlow: { name: second }, ${failed} }`;

test('it goes on with the call, as a part of the conversation of its own', () => {
  const org = orgWith();
  org.publish(second);
  const placed = transferring(org, go);
  expect(org.heard()).toEqual(['Moment', 'Second']);
  expect(placed.conversation.participants.map(({ purpose, name }) => [purpose, name])).toEqual([
    ['customer', undefined],
    ['ivr', 'line'],
    ['ivr', 'second'],
  ]);
  expect(topicsOf(org)).toEqual(['customer.start', 'flow.start', 'flow.end', 'flow.start', 'flow.end', 'customer.end']);
  expect(org.events('event.published')[2]?.event).toMatchObject({ transferType: 'FLOW' });
});

test('flows that hand the call to each other and let nothing be heard end it', () => {
  const org = orgWith();
  org.publish(callFlowOf({}));
  const placed = callTo(org, { actions: ['- transferToFlow: { name: Again, targetFlow: { name: line } }'] });
  org.clock.runNow();
  expect(org.events('flow.started')).toHaveLength(100);
  expect(org.events('limit.reached')).toMatchObject([{ limit: 'call.flows.atOnce.max', value: 100, what: 'line' }]);
  expect(org.events('call.ended')).toMatchObject([{ by: 'system', reason: 'ERROR' }]);
  expect(placed.conversation.participants.filter(({ endedAt }) => endedAt === undefined)).toEqual([]);
});

test('flows that let something be heard may hand the call on for as long as they like', () => {
  const org = orgWith();
  org.publish(callFlowOf({}));
  const placed = callTo(org, {
    actions: [
      '- playAudio: { name: Say, audio: { tts: Please wait } }',
      '- transferToFlow: { name: Again, targetFlow: { name: line } }',
    ],
  });
  org.clock.runNow(() => org.events('flow.started').length > 150);
  expect(org.events('limit.reached')).toEqual([]);
  expect(placed.ended).toBe(false);
});

test('an in-queue flow that sends the call back to its queue at once ends it, too', () => {
  const org = orgWith();
  const toSupport = '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } } }';
  const [support] = org.org.all('queue');
  const queueFlow = { id: org.publish(inQueueFlowOf('waiting', [toSupport])).id };
  if (support) org.org.put('queue', { ...support, queueFlow });
  callTo(org, { actions: [toSupport] });
  org.clock.runNow();
  expect(org.events('flow.started')).toHaveLength(100);
  expect(org.events('queue.left')).toHaveLength(org.events('queue.entered').length);
  expect(org.events('call.ended')).toMatchObject([{ by: 'system', reason: 'ERROR' }]);
});

test('a flow that was taken out of use fails the transfer', () => {
  const org = orgWith();
  const flow = org.publish(second);
  org.number(LINE, org.publish(callFlowOf({ variables, actions: [go] })));
  org.org.put('flow', { ...flow, active: false });
  call(org);
  org.clock.runNow();
  expect(org.heard().at(-1)).toBe("target.not.found: there is no published flow 'second' any more");
});
