import { workflowYaml } from '../private/flows';
import { entitiesOf, localOrg, messageOf } from '../private/local-org';

test('a flow has one log level of its own, and it goes with the flow', async () => {
  const org = localOrg();
  const flow = (await org.publish(workflowYaml('Report'))).flow?.id;
  const levels = `/api/v2/flows/${flow}/instances/settings/loglevels`;
  const level = { logLevelCharacteristics: { level: 'Base' } };

  expect((await org.get(levels)).status).toBe(404);
  expect((await org.post(levels, level)).body).toMatchObject(level);
  expect((await org.post(levels, level)).status).toBe(409);
  await org.delete(`/api/v2/flows/${flow}`);
  expect(org.org.all('logLevel')).toEqual([]);
});

describe('log levels', () => {
  const all = '/api/v2/flows/instances/settings/loglevels';
  const level = (name: string) => ({ logLevelCharacteristics: { level: name } });

  test('flows without one of their own have that of the org, which can be changed and brought back', async () => {
    const org = localOrg();

    expect((await org.get(`${all}/default`)).body).toMatchObject(level('Base'));
    await org.put(`${all}/default`, level('All'));
    expect((await org.get(`${all}/default`)).body).toMatchObject(level('All'));
    expect(entitiesOf(await org.get(all))).toEqual([]);
    await org.delete(`${all}/default`);
    expect((await org.get(`${all}/default`)).body).toMatchObject(level('Base'));
  });

  test('those of flows are listed with the name of the flow', async () => {
    const org = localOrg();
    const id = (await org.publish(workflowYaml('Report'))).flow?.id;
    await org.post(`/api/v2/flows/${id}/instances/settings/loglevels`, level('Notes'));

    expect(entitiesOf(await org.get(all))).toMatchObject([{ name: 'Report', type: 'WORKFLOW', ...level('Notes') }]);
  });

  test('an unknown level is refused, with those there are', async () => {
    expect(messageOf(await localOrg().put(`${all}/default`, level('Loud')))).toBe(
      'logLevelCharacteristics.level is "Loud"; expected one of Unknown, Disabled, Base, Notes, VerboseNotes, All',
    );
  });
});
