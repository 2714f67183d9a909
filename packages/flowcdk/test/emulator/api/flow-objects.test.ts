import { callFlowYaml } from '../private/flows';
import { localOrg, messageOf } from '../private/local-org';

test('an outcome cannot be deleted', async () => {
  const org = localOrg();
  const id = await org.create('/api/v2/flows/outcomes', { name: 'Served' });

  expect((await org.delete(`/api/v2/flows/outcomes/${id}`)).status).toBe(501);
});

describe('emergency groups', () => {
  const groups = '/api/v2/architect/emergencygroups';

  test('lead call routes to flows, which stay while they do', async () => {
    const org = localOrg();
    const flow = { id: (await org.publish(callFlowYaml('Closed'))).flow?.id };
    const ivr = await org.create('/api/v2/architect/ivrs', { name: 'Line' });
    const id = await org.create(groups, {
      name: 'Fire',
      enabled: false,
      emergencyCallFlows: [{ emergencyFlow: flow, ivrs: [{ id: ivr }] }],
    });

    expect((await org.delete(`/api/v2/flows/${flow.id}`)).status).toBe(409);
    expect((await org.delete(`/api/v2/architect/ivrs/${ivr}`)).status).toBe(409);
    expect((await org.put(`${groups}/${id}`, { name: 'Fire', enabled: true })).body).toMatchObject({
      enabled: true,
      version: 2,
    });
    expect((await org.delete(`/api/v2/flows/${flow.id}`)).status).toBe(204);
  });

  test('name what is there', async () => {
    expect(
      messageOf(
        await localOrg().post(groups, {
          name: 'Fire',
          emergencyCallFlows: [{ emergencyFlow: { id: 'a' }, ivrs: [{ id: 'b' }] }],
        }),
      ),
    ).toBe(
      'emergencyCallFlows[0].emergencyFlow.id: there is no flow with the id a; ' +
        'emergencyCallFlows[0].ivrs[0].id: there is no call route (IVR) with the id b',
    );
  });
});
