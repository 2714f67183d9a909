import { callFlowYaml, workflowYaml } from '../private/flows';
import { entitiesOf, localOrg } from '../private/local-org';
import { withReport } from './private/report';

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
    const idsOf = async (query: string) =>
      entitiesOf(await org.get(`${tracking}?${query}`)).map((entity) => entity['id']);

    expect(await idsOf('name=report')).toEqual([flow]);
    expect(await idsOf('name=*e*&objectType=WORKFLOW')).toEqual([flow]);
    expect(await idsOf('name=report&objectType=QUEUE')).toEqual([]);
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
