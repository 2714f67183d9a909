import { callDataYaml, callFlowYaml, workflowYaml } from '../private/flows';
import { entitiesOf, localOrg, type LocalOrg } from '../private/local-org';
import { triggerBody } from './private/inhabited';
import { flows, withReport } from './private/report';

const triggers = '/api/v2/processAutomation/triggers';

async function withLookup(org: LocalOrg): Promise<string> {
  const integrationId = await org.create('/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } });
  return org.create('/api/v2/integrations/actions', {
    name: 'Find customer',
    category: 'Customers',
    integrationId,
    config: {},
    contract: {
      input: { inputSchema: { type: 'object', properties: { phoneNumber: { type: 'string' } } } },
      output: { successSchema: { type: 'object', properties: { customerId: { type: 'string' } } } },
    },
  });
}

describe('a flow that is uploaded is published', () => {
  test('the job is done at once, with the flow', async () => {
    const org = localOrg();

    const job = await org.publish(workflowYaml('Greet'));

    expect(job).toMatchObject({ status: 'Success', flow: { name: 'Greet', type: 'WORKFLOW' }, messages: [] });
    expect((await org.get(`/api/v2/flows/${job.flow?.id}`)).body).toMatchObject({
      name: 'Greet',
      type: 'WORKFLOW',
      publishedVersion: { id: '1.0' },
    });
  });

  test('name and type tell flows apart: the same ones make a new version', async () => {
    const org = localOrg();
    const first = await org.publish(workflowYaml('Greet'));
    const second = await org.publish(workflowYaml('Greet'));
    const other = await org.publish(callFlowYaml('Greet'));

    expect(second.flow?.id).toBe(first.flow?.id);
    expect(other.flow?.id).not.toBe(first.flow?.id);
    expect(entitiesOf(await org.get(`/api/v2/flows/${first.flow?.id}/versions`)).map(({ id }) => id)).toEqual([
      '2.0',
      '1.0',
    ]);
  });

  test('inputs and outputs become schemas', async () => {
    const org = localOrg();
    const variables = `    - stringVariable:
        name: Flow.callerNumber
        initialValue:
          noValue: true
        isInput: true
        isOutput: false`;
    const { flow } = await org.publish(workflowYaml('Greet', '', variables));

    expect((await org.get(`/api/v2/flows/${flow?.id}`)).body).toMatchObject({
      inputSchema: { properties: { 'Flow.callerNumber': { type: 'string' } } },
      outputSchema: { properties: {} },
    });
  });

  test('an upload that comes again with nothing in it changes nothing', async () => {
    const org = localOrg();
    const { id, presignedUrl } = (await org.post('/api/v2/flows/jobs')).body as Record<string, string>;
    const path = new URL(presignedUrl ?? '').pathname;
    await org.send('PUT', path, workflowYaml('Greet'), {});

    expect((await org.send('PUT', path, undefined, {})).status).toBe(200);
    expect((await org.get(`/api/v2/flows/jobs/${id}`)).body).toMatchObject({ status: 'Success' });
  });
});

describe('what cannot be published says why', () => {
  const messagesOf = async (yaml: string, org = localOrg()) => {
    const { status, messages } = await org.publish(yaml);
    return [status, ...messages.map(({ text }) => text)];
  };

  test('what is no YAML', async () => {
    const [status, message] = await messagesOf('workflow: [');

    expect(status).toBe('Failure');
    expect(message).toMatch(/^line 1, column /);
  });

  test('what a rule of the checker finds', async () => {
    const [status, message] = await messagesOf(workflowYaml('Greet', '          - wait:\n              nam: Later'));

    expect(status).toBe('Failure');
    expect(message).toMatch(/^line \d+, column \d+, Greet \/ Begin.*nam/);
  });

  test('an unknown data action, with what was probably meant', async () => {
    const org = localOrg();
    await withLookup(org);

    expect(await messagesOf(workflowYaml('Greet', callDataYaml('Customers', 'Find custommer')), org)).toEqual([
      'Failure',
      "line 20, column 17, Greet / Begin / Ask: the organisation has no data action named 'Find custommer' in category 'Customers'. Did you mean 'Find customer'? (name-not-in-org)",
    ]);
  });

  test('an input the data action does not have', async () => {
    const org = localOrg();
    await withLookup(org);

    const [status, message] = await messagesOf(
      workflowYaml('Greet', callDataYaml('Customers', 'Find customer', 'phone')),
      org,
    );

    expect(status).toBe('Failure');
    expect(message).toContain("the data action 'Find customer' has no input 'phone'");
  });

  test('an unknown queue', async () => {
    const transfer = `          - transferToAcd:
              name: To an agent
              targetQueue:
                lit:
                  name: Orders`;

    const [status, message] = await messagesOf(callFlowYaml('Reception', transfer));

    expect(status).toBe('Failure');
    expect(message).toContain("Reception / Begin / To an agent: the organisation has no queue named 'Orders'");
  });
});

describe('prompts', () => {
  const play = (audio: string) => `          - playAudio:
              name: Greet
              audio:
                ${audio}`;

  test.each(['prompt: Prompt.Welcome', 'exp: AudioPlaybackOptions(Prompt.Welcome, true)'])(
    'of the org are looked up, in fields and in expressions: %s',
    async (audio) => {
      const org = localOrg();
      const yaml = callFlowYaml('Reception', play(audio));

      expect((await org.publish(yaml)).messages.map(({ text }) => text).join()).toContain(
        "Reception / Begin / Greet: the organisation has no user prompt named 'Welcome'",
      );
      const id = await org.create('/api/v2/architect/prompts', { name: 'Welcome' });
      expect((await org.publish(yaml)).status).toBe('Success');
      expect(org.org.all('flow')[0]?.bound['prompt']).toEqual([id]);
    },
  );

  test('of the system are everywhere', async () => {
    const job = await localOrg().publish(callFlowYaml('Reception', play('prompt: PromptSystem.on_hold_music')));

    expect(job.status).toBe('Success');
  });
});

describe('flows in use', () => {
  const trigger = (id: string) => ({
    name: 'Call finished',
    topicName: 'v2.detail.events.conversation.{id}.acw',
    enabled: true,
    target: { type: 'Workflow', id },
    matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE', values: null }],
  });

  test('a flow a trigger starts is not deleted', async () => {
    const org = localOrg();
    const id = (await org.publish(workflowYaml('Report'))).flow?.id ?? '';
    const triggerId = await org.create(triggers, trigger(id));

    expect(await org.delete(`/api/v2/flows/${id}`)).toMatchObject({
      status: 409,
      body: { message: "The flow 'Report' is in use and cannot be deleted: trigger 'Call finished'." },
    });
    await org.delete(`${triggers}/${triggerId}`);
    expect((await org.delete(`/api/v2/flows/${id}`)).status).toBe(204);
    expect((await org.delete(`/api/v2/flows/${id}`)).status).toBe(404);
  });

  test('a data action a flow names may go; publishing again says that it is gone', async () => {
    const org = localOrg();
    const action = await withLookup(org);
    const yaml = workflowYaml('Greet', callDataYaml('Customers', 'Find customer'));
    await org.publish(yaml);

    expect((await org.delete(`/api/v2/integrations/actions/${action}`)).status).toBe(200);
    expect((await org.publish(yaml)).status).toBe('Failure');
  });
});

test('many flows are deleted at once, or none of them', async () => {
  const { org, flow } = await withReport();
  const other = (await org.publish(workflowYaml('Other'))).flow?.id;
  const trigger = await org.create('/api/v2/processautomation/triggers', triggerBody(flow));

  expect((await org.delete(`${flows}?id=${other},${flow}`)).status).toBe(409);
  expect((await org.get(`${flows}/${other}`)).status).toBe(200);
  await org.delete(`/api/v2/processautomation/triggers/${trigger}`);
  expect((await org.delete(`${flows}?id=${other}&id=${flow}`)).body).toMatchObject({ actionName: 'DELETE' });
  expect(entitiesOf(await org.get(flows))).toEqual([]);
});

test('a version tells what it takes and gives', async () => {
  const org = localOrg();
  const variables = `    - stringVariable:
        name: Flow.callerNumber
        initialValue:
          noValue: true
        isInput: true
        isOutput: false`;
  const id = (await org.publish(workflowYaml('Greet', '', variables))).flow?.id;

  expect((await org.get(`${flows}/${id}/versions/1.0`)).body).toMatchObject({
    id: '1.0',
    type: 'WORKFLOW',
    inputSchema: { properties: { 'Flow.callerNumber': { type: 'string' } } },
  });
});
