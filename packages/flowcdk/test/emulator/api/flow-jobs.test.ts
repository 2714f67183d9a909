import { callDataYaml, callFlowYaml, workflowYaml } from '../private/flows';
import { entitiesOf, localOrg, type LocalOrg, messageOf } from '../private/local-org';
import { config, contract, triggerBody } from './private/inhabited';

const flows = '/api/v2/flows';
const pathOf = (url: unknown): string => new URL(String(url)).pathname;
const idIn = ({ body }: { readonly body: unknown }): string => (body as { readonly id: string }).id;

async function withReport(): Promise<{ readonly org: LocalOrg; readonly flow: string; readonly action: string }> {
  const org = localOrg();
  const integrationId = await org.create('/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } });
  const action = await org.create('/api/v2/integrations/actions', {
    name: 'Find customer',
    category: 'Customers',
    integrationId,
    config,
    contract,
  });
  const job = await org.publish(workflowYaml('Report', callDataYaml('Customers', 'Find customer')));
  return { org, flow: job.flow?.id ?? '', action };
}

describe('validation', () => {
  const validated = async (org: LocalOrg, flow: string) => {
    const job = idIn(await org.post(`${flows}/validate/jobs`, { flows: [{ flow: { id: flow } }] }));
    return (await org.get(`${flows}/validate/jobs/${job}?expand=messages`)).body;
  };

  test('judges a published flow against what the org holds now', async () => {
    const { org, flow, action } = await withReport();

    expect(await validated(org, flow)).toMatchObject({ status: 'Success', command: 'Validate', messages: [] });
    await org.delete(`/api/v2/integrations/actions/${action}`);
    expect(await validated(org, flow)).toMatchObject({
      status: 'Failure',
      messages: [{ type: 'Error', text: expect.stringContaining("no data action named 'Find customer'") as string }],
    });
  });

  test('a job of one kind is none of another', async () => {
    const { org, flow } = await withReport();
    const job = idIn(await org.post(`${flows}/validate/jobs`, { flows: [{ flow: { id: flow } }] }));

    expect((await org.get(`${flows}/jobs/${job}`)).status).toBe(404);
    expect((await org.get(`${flows}/export/jobs/${job}`)).status).toBe(404);
    expect((await org.send('PUT', `/flowcdk/uploads/${job}`, workflowYaml('Other'), {})).status).toBe(404);
  });
});

describe('export', () => {
  const exported = async (org: LocalOrg, body: object) => {
    const job = idIn(await org.post(`${flows}/export/jobs`, { flows: [body] }));
    const { downloadUrl } = (await org.get(`${flows}/export/jobs/${job}`)).body as Record<string, unknown>;
    return (await org.send('GET', pathOf(downloadUrl), undefined, {})).body;
  };

  test('gives the YAML that was uploaded, of the version that is asked for', async () => {
    const { org, flow } = await withReport();
    await org.publish(workflowYaml('Report'));

    expect(await exported(org, { flow: { id: flow } })).toBe(workflowYaml('Report'));
    expect(await exported(org, { flow: { id: flow, version: '1.0' } })).toContain('callData');
  });

  test.each([
    [[{ flow: { id: 'none' } }], 'flows[0].flow.id: there is no flow with the id none'],
    [[], 'flows: there is no flow in the list'],
  ])('of what is not there is refused: %j', async (wrong, message) => {
    expect(messageOf(await localOrg().post(`${flows}/export/jobs`, { flows: wrong }))).toBe(message);
  });

  test('what the local org cannot export it says', async () => {
    const { org, flow } = await withReport();
    const one = { flow: { id: flow } };

    expect(messageOf(await org.post(`${flows}/export/jobs`, { flows: [one, one] }))).toContain('one flow at a time');
    expect(messageOf(await org.post(`${flows}/export/jobs`, { flows: [{ ...one, exportType: 'Architect' }] }))).toBe(
      'flows[0].exportType: the local org exports YAML, not Architect',
    );
    expect(messageOf(await org.post(`${flows}/export/jobs`, { flows: [{ flow: { id: flow, version: '9.0' } }] }))).toBe(
      "flows[0].flow.version: the flow 'Report' has no version 9.0",
    );
  });
});

describe('a flow taken out of use', () => {
  test('keeps its versions and is published no more', async () => {
    const { org, flow } = await withReport();

    expect((await org.post(`${flows}/actions/deactivate?flow=${flow}`)).body).toMatchObject({ active: false });
    expect((await org.get(`${flows}/${flow}`)).body).not.toHaveProperty('publishedVersion');
    expect(entitiesOf(await org.get(`${flows}/${flow}/versions`))).toHaveLength(1);
  });

  test('cannot be what a new trigger or another flow needs', async () => {
    const { org, flow } = await withReport();
    await org.publish(callFlowYaml('Second'));
    const second = String(entitiesOf(await org.get(`${flows}?name=Second`))[0]?.['id']);
    const transfer = `          - transferToFlow:
              name: Hand over
              targetFlow:
                name: Second`;
    await org.post(`${flows}/actions/deactivate?flow=${flow}`);
    await org.post(`${flows}/actions/deactivate?flow=${second}`);

    expect(messageOf(await org.post('/api/v2/processautomation/triggers', triggerBody(flow)))).toBe(
      "target.id: the workflow 'Report' is not published",
    );
    expect((await org.publish(callFlowYaml('First', transfer))).messages.map(({ text }) => text).join()).toContain(
      "the flow 'Second' is not published. It was taken out of use.",
    );
  });

  test('comes back when a version is published again, with what its names mean then', async () => {
    const { org, flow, action } = await withReport();
    await org.post(`${flows}/actions/deactivate?flow=${flow}`);

    expect((await org.post(`${flows}/actions/publish?flow=${flow}&version=1.0`)).body).toMatchObject({
      complete: true,
      actionName: 'PUBLISH',
      actionStatus: 'SUCCESS',
    });
    expect((await org.get(`${flows}/${flow}`)).body).toMatchObject({ active: true, publishedVersion: { id: '2.0' } });
    await org.delete(`/api/v2/integrations/actions/${action}`);
    expect(messageOf(await org.post(`${flows}/actions/publish?flow=${flow}`))).toContain('no data action named');
  });

  test('its history tells what was done, newest first, and goes with it', async () => {
    const { org, flow } = await withReport();
    await org.post(`${flows}/actions/deactivate?flow=${flow}`);
    const history = `${flows}/${flow}/history`;
    const asked = idIn(await org.post(history));

    expect((await org.get(`${history}/${asked}`)).body).toMatchObject({
      complete: true,
      total: 2,
      entities: [
        { action: 'DEACTIVATE', version: '1.0' },
        { action: 'PUBLISH', version: '1.0', resource: 'Report', timestamp: '2026-11-21T08:00:00.000Z' },
      ],
    });
    expect((await org.get(`${history}/${asked}?action=publish&sortOrder=asc`)).body).toMatchObject({ total: 1 });
    await org.delete(`${flows}/${flow}`);
    expect([org.org.all('flowEvent'), org.org.all('flowOperation'), org.org.all('flowVersion')]).toEqual([[], [], []]);
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

describe('dependency tracking', () => {
  const tracking = '/api/v2/architect/dependencytracking';

  test('tells what a flow uses and what uses a thing', async () => {
    const { org, flow, action } = await withReport();

    expect(
      entitiesOf(await org.get(`${tracking}/consumedresources?id=${flow}&objectType=WORKFLOW&version=1.0`)),
    ).toEqual([{ id: action, name: 'Find customer', type: 'DATAACTION', deleted: false, updated: false }]);
    expect(
      entitiesOf(await org.get(`${tracking}/consumingresources?id=${action}&objectType=DATAACTION`)),
    ).toMatchObject([{ id: flow, name: 'Report', type: 'WORKFLOW', version: '1.0' }]);
    expect(
      (await org.get(`${tracking}/object?id=${action}&consumingResources=true&consumedResources=true`)).body,
    ).toMatchObject({ name: 'Find customer', consumingResources: [{ id: flow }], consumedResources: [] });
  });

  test('finds by name and type', async () => {
    const { org, flow } = await withReport();
    const found = async (query: string) => entitiesOf(await org.get(`${tracking}?${query}`)).map((one) => one['id']);

    expect(await found('name=report')).toEqual([flow]);
    expect(await found('name=*e*&objectType=WORKFLOW')).toEqual([flow]);
    expect(await found('name=report&objectType=QUEUE')).toEqual([]);
  });

  test('call routes use flows', async () => {
    const org = localOrg();
    const id = (await org.publish(callFlowYaml('Reception'))).flow?.id;
    const ivr = await org.create('/api/v2/architect/ivrs', { name: 'Line', openHoursFlow: { id } });

    expect(
      entitiesOf(await org.get(`${tracking}/consumingresources?id=${id}&objectType=INBOUNDCALLFLOW`)),
    ).toMatchObject([{ id: ivr, type: 'IVRCONFIGURATION', name: 'Line' }]);
  });

  test('knows who uses what was deleted', async () => {
    const { org, flow, action } = await withReport();
    expect(entitiesOf(await org.get(`${tracking}/deletedresourceconsumers`))).toEqual([]);

    await org.delete(`/api/v2/integrations/actions/${action}`);

    expect(entitiesOf(await org.get(`${tracking}/deletedresourceconsumers?consumedResources=true`))).toMatchObject([
      { id: flow, consumedResources: [{ id: action, type: 'DATAACTION', deleted: true }] },
    ]);
  });

  test('publishing again without the thing ends its use', async () => {
    const { org, flow } = await withReport();
    await org.publish(workflowYaml('Report'));

    expect(entitiesOf(await org.get(`${tracking}/consumedresources?id=${flow}`))).toEqual([]);
  });
});
