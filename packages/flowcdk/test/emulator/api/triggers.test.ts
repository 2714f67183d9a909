import { callFlowYaml, workflowYaml } from '../private/flows';
import { localOrg, messageOf } from '../private/local-org';

const triggers = '/api/v2/processAutomation/triggers';

const path = '/api/v2/processautomation/triggers';

/** What comes of a trigger on acw with one condition. */
async function createWith(criterion: object) {
  const org = localOrg();
  const { flow } = await org.publish(workflowYaml('report'));
  return org.post(path, {
    name: 'Report',
    topicName: 'v2.detail.events.conversation.{id}.acw',
    enabled: true,
    target: { type: 'Workflow', id: flow?.id },
    matchCriteria: [criterion],
  });
}

test.each<[criterion: object]>([
  [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE', values: null }],
  [{ jsonPath: '$.mediaType', operator: 'NotIn', value: null, values: ['CHAT', 'EMAIL'] }],
  [{ jsonPath: 'userId', operator: 'Exists', value: false }],
  [{ jsonPath: 'callbackNumbers', operator: 'Size', value: 0 }],
  [{ jsonPath: "$.callbackNumbers[?(@ == '+33')]", operator: 'Size', value: 1 }],
])('a condition is kept: %j', async (criterion) => {
  expect((await createWith(criterion)).status).toBe(200);
});

test.each<[criterion: object, says: RegExp]>([
  [{ jsonPath: 'ani', operator: 'Resembles', value: 'x' }, /operator is "Resembles"; expected one of Equal/],
  [{ jsonPath: 'ani', operator: 'Equal' }, /Equal has no value/],
  [{ jsonPath: 'ani', operator: 'Equal', value: 'x', values: ['x'] }, /has value and values/],
  [{ jsonPath: 'ani', operator: 'Equal', values: ['x'] }, /Equal has no value/],
  [{ jsonPath: 'ani', operator: 'In', value: 'x' }, /In on ani has no values/],
  [{ jsonPath: 'ani', operator: 'Equal', value: { a: 1 } }, /value is a list or an object/],
  [{ jsonPath: 'ani', operator: 'In', values: ['x', [1]] }, /values has a list or an object in it/],
  [{ jsonPath: 'ani', operator: 'Exists', value: 'yes' }, /Exists takes true or false/],
  [{ jsonPath: 'callbackNumbers', operator: 'Size', value: '2' }, /Size takes a whole number/],
  [{ jsonPath: '$.callbackNumbers[', operator: 'Equal', value: 'x' }, /cannot be read/],
  [{ jsonPath: '$[?(', operator: 'Equal', value: 'x' }, /cannot be read/],
])('a condition that could never be asked is refused: %j', async (criterion, says) => {
  const answer = await createWith(criterion);
  expect([answer.status === 400 || answer.status === 422, messageOf(answer)]).toEqual([
    true,
    expect.stringMatching(says),
  ]);
});

test.each<[criterion: object, warns: RegExp]>([
  [
    { jsonPath: 'disconnectType', operator: 'In', value: ['CLIENT', 'SYSTEM'] },
    /value is a list; the documented member .* values/,
  ],
  [{ jsonPath: 'disconnectType', operator: 'Equal', value: 'TRANSFER' }, /have no field disconnectType/],
  [{ jsonPath: 'mediaType', operator: 'Equal', value: 'voice' }, /mediaType is never "voice"/],
  [{ jsonPath: 'ani', operator: 'GreaterThan', value: 1 }, /GreaterThan on ani, which is not a number/],
])('a condition that the platform takes is taken with a warning: %j', async (criterion, warns) => {
  const { status, headers, body } = await createWith(criterion);

  expect([status, headers['flowcdk-warning']]).toEqual([200, expect.stringMatching(warns)]);
  expect(body).toMatchObject({ matchCriteria: [criterion] });
});

test.each<[topicName: string, status: number, warns: unknown]>([
  ['v2.detail.events.conversation.{id}.acw', 200, undefined],
  ['v2.taskmanagement.workitems.{id}', 200, undefined],
  ['v2.users.{id}.workforcemanagement.timeoffrequests', 200, undefined],
  ['v2.workforcemanagement.teams.{id}.adherence', 200, undefined],
  ['v2.webmessaging.deployments.{id}.undelivered.messages', 200, undefined],
  [
    'v2.detail.events.conversation.{id}.acv',
    200,
    expect.stringMatching(/does not know the topic .* Did you mean 'v2\.detail\.events\.conversation\.\{id\}\.acw'/),
  ],
  ['v2.brand.new.{id}.topic', 200, expect.stringMatching(/does not know the topic 'v2\.brand\.new\.\{id\}\.topic'/)],
  ['end of call', 422, undefined],
  ['v2..acw', 422, undefined],
])('a trigger on the topic %s answers %i', async (topicName, status, warns) => {
  const org = localOrg();
  const { flow } = await org.publish(workflowYaml('report'));
  const answer = await org.post(path, {
    name: 'T',
    topicName,
    enabled: true,
    target: { type: 'Workflow', id: flow?.id },
  });

  expect([answer.status, answer.headers['flowcdk-warning']]).toEqual([status, warns]);
});

describe('triggers', () => {
  const send = async (wrong: object, flow = workflowYaml('Report')) => {
    const org = localOrg();
    const id = (await org.publish(flow)).flow?.id ?? '';
    return org.post(triggers, {
      name: 'Call finished',
      topicName: 'v2.detail.events.conversation.{id}.acw',
      enabled: true,
      target: { type: 'Workflow', id },
      ...wrong,
    });
  };

  test('conditions come back as they were sent, without nulls', async () => {
    const answer = await send({
      matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE', values: null }],
    });

    expect(answer).toMatchObject({ status: 200, body: { version: 1 } });
    expect((answer.body as { matchCriteria: unknown }).matchCriteria).toEqual([
      { jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' },
    ]);
  });

  test('no conditions are none', async () => {
    expect((await send({ matchCriteria: [] })).body).toMatchObject({ matchCriteria: [] });
  });

  test.each([
    ['both times', { eventTTLSeconds: 60, delayBySeconds: 60 }, /one of them or none/],
    [
      'a workflow that is not there',
      { target: { type: 'Workflow', id: 'none' } },
      /^target.id: there is no flow with the id none/,
    ],
  ])('are refused at once with %s', async (_, wrong, message) => {
    const answer = await send(wrong);

    expect(answer.status).toBe(422);
    expect(messageOf(answer)).toMatch(message);
  });

  test('a call flow is no target', async () => {
    expect(messageOf(await send({}, callFlowYaml('Reception')))).toContain('a trigger starts a workflow');
  });

  test('what a change leaves out is gone, and it names the version it changes', async () => {
    const org = localOrg();
    const id = (await org.publish(workflowYaml('Report'))).flow?.id ?? '';
    const body = {
      name: 'T',
      topicName: 'v2.detail.events.conversation.{id}.acw',
      enabled: true,
      target: { type: 'Workflow', id },
    };
    const trigger = await org.create(triggers, { ...body, eventTTLSeconds: 60 });

    expect(await org.put(`${triggers}/${trigger}`, { ...body, version: 2 })).toMatchObject({ status: 409 });
    expect((await org.put(`${triggers}/${trigger}`, { ...body, version: 1 })).body).not.toHaveProperty(
      'eventTTLSeconds',
    );
  });
});
