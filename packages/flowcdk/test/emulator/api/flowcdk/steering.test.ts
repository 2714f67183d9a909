import { callFlowYaml, workflowYaml } from '../../private/flows';
import { entitiesOf, localOrg, messageOf } from '../../private/local-org';

const from = '+33142685300';
const [line, other] = ['+442079460101', '+442079460102'];

/** A line that puts callers in a queue, and two agents. */
async function staffed() {
  const org = localOrg();
  const ada = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  const grace = await org.create('/api/v2/users', { name: 'Grace', email: 'grace@example.com' });
  const queue = async (name: string, wrapupPrompt: string, member: string): Promise<string> => {
    const id = await org.create('/api/v2/routing/queues', { name, acwSettings: { wrapupPrompt } });
    await org.post(`/api/v2/routing/queues/${id}/members`, [{ id: member }]);
    return id;
  };
  const support = await queue('Support', 'AGENT_REQUESTED', ada);
  const returns = await queue('Returns', 'MANDATORY', grace);
  await org.create('/api/v2/routing/wrapupcodes', { name: 'Solved' });
  const transfer = `          - transferToAcd:
              name: Go
              targetQueue:
                lit:
                  name: Support`;
  const { flow } = await org.publish(callFlowYaml('Reception', transfer));
  const ivr = { name: 'Line', dnis: [line], openHoursFlow: { id: flow?.id } };
  await org.create('/api/v2/architect/ivrs', ivr);
  const { body } = await org.post('/flowcdk/calls', { from, to: line });
  const call = `/flowcdk/calls/${(body as { readonly id: string }).id}`;
  const agent = (step: string, sent?: unknown) => org.post(`${call}/agent/${step}`, sent);
  const happened = async () => entitiesOf(await org.get('/flowcdk/events?limit=1000')).map(({ type }) => type);
  const stateOf = async (user: string) =>
    ((await org.get(`/flowcdk/agents/${user}`)).body as { readonly state: string }).state;
  return { org, ada, grace, support, returns, call, agent, happened, stateOf };
}

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

describe('what is misspelt is refused, for it would never happen', () => {
  test.each<[string, string, unknown, string]>([
    [
      'a field',
      '/flowcdk/event-faults',
      { droped: 1 },
      'there is no field "droped". Did you mean dropped? There are dropped, duplicated, delayed, delay, reordered',
    ],
    [
      'a field of a clock',
      '/flowcdk/clock',
      { seconds: 1, minutes: 5 },
      'there is no field "minutes". There are seconds',
    ],
    [
      'a field in a list',
      '/flowcdk/faults',
      { faults: [{ dataAction: 'Find', fault: 'hang', share: 2 }] },
      'there is no field "faults[0].share"',
    ],
    [
      'a data action',
      '/flowcdk/faults',
      { faults: [{ dataAction: 'Find', fault: 'hang' }] },
      "There is no data action 'Find'. There are none.",
    ],
    [
      'a wrap-up code',
      'call/agents',
      { answersAfter: 1, talksFor: 1, wrapsUpIn: 1, wrapUp: 'Sloved' },
      "There is no wrap-up code 'Sloved'. Did you mean 'Solved'?",
    ],
  ])('%s', async (_, path, body, message) => {
    const { org, call } = await staffed();
    const at = path.replace(/^call/, call);
    const answer = await (at === '/flowcdk/clock' ? org.post(at, body) : org.put(at, body));

    expect(answer.status).toBe(400);
    expect(messageOf(answer)).toContain(message);
  });
});

test('the caller can say something', async () => {
  const { org, call, happened } = await staffed();
  await org.post(`${call}/speak`, { milliseconds: 700 });

  expect(await happened()).toContain('caller.spoke');
});

test('events can be lost on their way to triggers, and no longer', async () => {
  const org = localOrg();
  const { flow } = await org.publish(workflowYaml('Report'));
  await org.create('/api/v2/processautomation/triggers', {
    name: 'At the end',
    topicName: 'v2.detail.events.conversation.{id}.customer.end',
    enabled: true,
    target: { type: 'Workflow', id: flow?.id },
    matchCriteria: [],
  });
  const { flow: reception } = await org.publish(callFlowYaml('Reception'));
  const ivr = { name: 'Line', dnis: [line], openHoursFlow: { id: reception?.id } };
  await org.create('/api/v2/architect/ivrs', ivr);
  const launches = async () => {
    await org.post('/flowcdk/calls', { from, to: line });
    await org.post('/flowcdk/clock', { seconds: 60 });
    const happened = entitiesOf(await org.get('/flowcdk/events?limit=1000'));
    return happened.filter(({ type }) => type === 'trigger.launched').length;
  };

  expect((await org.put('/flowcdk/event-faults', { dropped: 1 })).body).toEqual({ dropped: 1 });
  expect(await launches()).toBe(0);
  await org.put('/flowcdk/event-faults', {});
  expect((await org.get('/flowcdk/event-faults')).body).toEqual({});
  expect(await launches()).toBe(1);
});
