import { entitiesOf, localOrg } from '../private/local-org';

describe('divisions', () => {
  const divisions = '/api/v2/authorization/divisions';

  test('one in use is not deleted, and who uses it is told', async () => {
    const org = localOrg();
    const id = await org.create(divisions, { name: 'Care' });
    await org.create('/api/v2/routing/queues', { name: 'Support', division: { id } });

    expect(await org.delete(`${divisions}/${id}`)).toMatchObject({
      status: 400,
      body: { message: "The division 'Care' is in use and cannot be deleted: queue 'Support'." },
    });
  });

  test('the home division stays, also when it is renamed', async () => {
    const org = localOrg();
    const { id } = (await org.get(`${divisions}/home`)).body as { readonly id: string };

    await org.put(`${divisions}/${id}`, { name: 'Headquarters' });

    expect((await org.get(`${divisions}/home`)).body).toMatchObject({ name: 'Headquarters', homeDivision: true });
    expect((await org.delete(`${divisions}/${id}`)).status).toBe(400);
  });

  test('a name is taken once', async () => {
    expect(await localOrg().post(divisions, { name: 'home' })).toMatchObject({
      status: 409,
      body: { code: 'general.conflict' },
    });
  });

  test('things move from one to another', async () => {
    const org = localOrg();
    const id = await org.create(divisions, { name: 'Care' });
    const queue = await org.create('/api/v2/routing/queues', { name: 'Support' });

    expect((await org.post(`${divisions}/${id}/objects/QUEUE`, [queue])).status).toBe(204);
    expect((await org.get(`/api/v2/routing/queues/${queue}`)).body).toMatchObject({ division: { id } });
  });
});

test('default roles are there and stay', async () => {
  const org = localOrg();
  const [employee] = entitiesOf(await org.get('/api/v2/authorization/roles?defaultRoleId=employee'));

  expect(employee).toMatchObject({ name: 'employee', default: true });
  expect((await org.delete(`/api/v2/authorization/roles/${String(employee?.['id'])}`)).status).toBe(400);
});
