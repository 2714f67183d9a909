import { callFlowYaml, workflowYaml } from '../../private/flows';
import { entitiesOf, localOrg, messageOf } from '../../private/local-org';
import { from, line, staffed } from './private/staffed';

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
