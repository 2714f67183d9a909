import { pass } from '../private/calls';
import { inQueueMessageFlowOf, messageFlowOf, says, textingOrg, toSupport } from '../private/texting';

const endState = '- endState: { name: End State }';

/** A message that waits in Support, whose in-queue flow says something at first and again and again. */
function waiting(first: readonly string[], again: readonly string[]) {
  const org = textingOrg([toSupport]);
  const flow = org.publish(inQueueMessageFlowOf(first, again));
  org.put('queue', { ...org.support, messageInQueueFlow: { id: flow.id } });
  const conversation = org.write('Hello');
  return { ...org, conversation };
}

test('the first state runs at once, the recurring state every five minutes', () => {
  const org = waiting([says('first'), endState], [says('again'), endState]);
  expect(org.texts()).toEqual(['first']);
  pass(org, 299);
  expect(org.texts()).toEqual(['first']);
  pass(org, 2);
  expect(org.texts()).toEqual(['first', 'again']);
  pass(org, 300);
  expect(org.texts()).toEqual(['first', 'again', 'again']);
});

test('it ends when an agent answers', () => {
  const org = waiting([says('first'), endState], [says('again'), endState]);
  org.runtime.acd.agents.goOnQueue(org.grace.id);
  pass(org, 1);
  org.runtime.acd.answer(org.conversation.id);
  pass(org, 900);
  expect(org.texts()).toEqual(['first']);
  expect(org.events('flow.ended').at(-1)).toMatchObject({ flow: 'Waiting', reason: 'terminated' });
});

test('a problem ends the pass, and the next one follows', () => {
  const org = waiting(
    [`- sendResponse: { name: Say, messageBody: { exp: 'ToDisplayString(1 / 0)' } }`, endState],
    [says('again'), endState],
  );
  pass(org, 301);
  expect(org.events('flow.failed')).toMatchObject([{ handling: 'endInQueueState' }]);
  expect(org.texts()).toEqual(['again']);
});

test('it can end the conversation', () => {
  const org = waiting([says('closed'), '- disconnect: { name: Over }'], [endState]);
  expect(org.conversation.endedAt).toBeDefined();
  expect(org.events('queue.left')).toMatchObject([{ outcome: 'FLOW_OUT' }]);
});

test('a conversation waits for 72 hours, with or without a flow', () => {
  const org = textingOrg([toSupport]);
  const { id } = org.write('Hello');
  pass(org, 72 * 3_600 - 1);
  expect(org.events('conversation.ended')).toEqual([]);
  pass(org, 2);
  expect(org.events('conversation.ended')).toMatchObject([{ conversationId: id, by: 'system' }]);
});

test('a conversation has at most ten in-queue flows', () => {
  const org = textingOrg([toSupport]);
  const flow = org.publish(inQueueMessageFlowOf([says('first'), endState], [endState]));
  org.put('queue', { ...org.support, messageInQueueFlow: { id: flow.id } });
  const { id } = org.write('Hello');
  for (let i = 0; i < 10; i += 1) {
    org.runtime.acd.answer(id);
    org.runtime.acd.talks.transfer(id, { queueId: org.support.id });
    org.runtime.acd.talks.endWrapUp(id);
  }
  expect(org.texts()).toHaveLength(10);
  expect(org.events('limit.reached')).toMatchObject([{ limit: 'message.inQueueFlows.max', what: 'Waiting' }]);
});

test('the transfer can name another in-queue flow than the queue', () => {
  const org = textingOrg([toSupport]);
  const own = org.publish(inQueueMessageFlowOf([says('own'), endState], [endState], { name: 'Own' }));
  const other = org.publish(inQueueMessageFlowOf([says('other'), endState], [endState], { name: 'Other' }));
  org.put('queue', { ...org.support, messageInQueueFlow: { id: own.id } });
  const flow = org.publish(
    messageFlowOf([
      '- transferToAcd: { name: Go, targetQueue: { lit: { name: Support } }, overrideInQueueFlow: { name: Other } }',
      '- disconnect: { name: Over }',
    ]),
  );
  org.put('messageRecipient', { id: 'number', numberId: 'number', flow: { id: flow.id } });
  org.write('Hello');

  expect(other.type).toBe('INQUEUESHORTMESSAGE');
  expect(org.texts()).toEqual(['other']);
});

test('it can hand the conversation to an inbound message flow', () => {
  const org = textingOrg([toSupport]);
  org.publish(messageFlowOf([says('other'), '- disconnect: { name: Over }'], { name: 'Other' }));
  const flow = org.publish(
    inQueueMessageFlowOf(['- transferToFlow: { name: Go, targetFlow: { name: Other } }', endState], [endState]),
  );
  org.put('queue', { ...org.support, messageInQueueFlow: { id: flow.id } });
  org.write('Hello');

  expect(org.texts()).toEqual(['other']);
  expect(org.events('queue.left')).toMatchObject([{ outcome: 'FLOW_OUT' }]);
});
