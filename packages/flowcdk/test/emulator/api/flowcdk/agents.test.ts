import { messageOf } from '../../private/local-org';
import { other, staffed } from './private/staffed';

test('a call is sent on to another queue, where another agent takes it', async () => {
  const { agent, returns, stateOf, ada, grace } = await staffed();
  await agent('answer');

  expect((await agent('transfer', { queueId: returns })).status).toBe(200);
  await agent('answer');

  expect([await stateOf(ada), await stateOf(grace)]).toEqual(['IDLE', 'INTERACTING']);
});

test.each<[string, unknown, number, string]>([
  ['nobody', {}, 400, 'A call is sent to one of queueId (with a priority), userId and number'],
  ['two at once', { userId: 'x', number: other }, 400, 'A call is sent to one of'],
  ['a queue that is not there', { queueId: 'none' }, 409, 'The org has no queue none.'],
])('a call cannot be sent to %s', async (_, target, status, message) => {
  const { agent } = await staffed();
  await agent('answer');
  const answer = await agent('transfer', target);

  expect(answer.status).toBe(status);
  expect(messageOf(answer)).toContain(message);
});

test.each([
  ['with after-call work where the agent asked for it', true, 'AFTER_CALL_WORK'],
  ['without where they did not', false, 'IDLE'],
])('a call of a queue that leaves it to the agent ends %s', async (_, requested, state) => {
  const { agent, ada, stateOf } = await staffed();
  await agent('answer');
  if (requested) await agent('requestWrapUp');
  await agent('hangup');

  expect(await stateOf(ada)).toBe(state);
});

test('who goes on queue is alerted by the call that waits; who is busy stays', async () => {
  const { org, ada, stateOf } = await staffed();

  expect(await stateOf(ada)).toBe('OFF_QUEUE');
  await org.put(`/flowcdk/agents/${ada}`, { onQueue: true });
  await org.post('/flowcdk/clock', { seconds: 1 });
  expect(await stateOf(ada)).toBe('ALERTING');
  const busy = await org.put(`/flowcdk/agents/${ada}`, { onQueue: false });
  expect([busy.status, messageOf(busy)]).toEqual([409, 'Ada is busy with a call (ALERTING).']);
});

test('agents can be told once what they do with a call', async () => {
  const { org, call, happened } = await staffed();
  const behaviour = { answersAfter: 10_000, talksFor: 60_000, wrapsUpIn: 5_000, wrapUp: 'Solved' };

  expect((await org.put(`${call}/agents`, behaviour)).status).toBe(200);
  await org.post('/flowcdk/clock', { seconds: 120 });

  expect((await happened()).filter((type) => String(type).startsWith('agent.'))).toEqual([
    'agent.alerted',
    'agent.answered',
    'agent.left',
    'agent.wrappedUp',
  ]);
});
