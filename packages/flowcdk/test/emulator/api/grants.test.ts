import { localOrg } from '../private/local-org';

describe('grants', () => {
  test('are given and taken, each once', async () => {
    const org = localOrg();
    const user = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
    const roleId = await org.create('/api/v2/authorization/roles', { name: 'Launcher' });
    const grants = {
      grants: [
        { roleId, divisionId: '*' },
        { roleId, divisionId: '*' },
      ],
    };
    const subject = `/api/v2/authorization/subjects/${user}`;

    expect((await org.post(`${subject}/bulkadd`, grants)).status).toBe(204);
    expect((await org.get(subject)).body).toMatchObject({ grants: [{ role: { id: roleId, name: 'Launcher' } }] });
    expect((await org.delete(`${subject}/divisions/*/roles/${roleId}`)).status).toBe(204);
    expect((await org.get(subject)).body).toMatchObject({ grants: [] });
  });

  test('go with their role', async () => {
    const org = localOrg();
    const user = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
    const roleId = await org.create('/api/v2/authorization/roles', { name: 'Launcher' });
    await org.post(`/api/v2/authorization/subjects/${user}/bulkadd`, { grants: [{ roleId, divisionId: '*' }] });

    await org.delete(`/api/v2/authorization/roles/${roleId}`);

    expect((await org.get(`/api/v2/authorization/subjects/${user}`)).body).toMatchObject({ grants: [] });
  });
});
