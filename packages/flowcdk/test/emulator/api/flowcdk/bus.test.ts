import { entitiesOf, localOrg } from '../../private/local-org';
import { orgWithBus, publish } from './private/bus';

const DAY = 86_400_000;

test('an event source is pending until a bus is associated with it; one that is not there is not found', async () => {
  const org = await orgWithBus();

  expect((await org.get('/flowcdk/bus')).body).toMatchObject({ sources: [{ suffix: 'events', state: 'ACTIVE' }] });
  expect((await org.put('/flowcdk/bus/sources/others')).status).toBe(404);
});

test('an outage of five days loses an event, and the reason is listed', async () => {
  const org = await orgWithBus();
  const outages = [{ from: '2026-11-21T08:00:00.000Z', to: '2026-11-26T08:00:00.000Z' }];
  expect((await org.put('/flowcdk/bus/faults', { outages })).body).toMatchObject({ outages });
  await publish(org, 1);
  expect((await org.get('/flowcdk/bus')).body).toMatchObject({ waiting: 1 });

  await org.wait(6 * DAY);

  expect(entitiesOf(await org.get('/flowcdk/bus/lost'))).toMatchObject([
    { topicName: 'v2.users.ada.activity', why: 'the bus did not take it for four days' },
  ]);
});

test('where permissions are enforced, the bus is for the administrator', async () => {
  const org = localOrg({ enforcePermissions: true });
  const [role] = entitiesOf(await org.get('/api/v2/authorization/roles?name=employee'));
  const roleDivisions = [{ roleId: role?.['id'] }];
  const client = { name: 'Client', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions };
  const { id, secret } = (await org.post('/api/v2/oauth/clients', client)).body as Record<'id' | 'secret', string>;
  const login = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
  const token = (await org.send('POST', '/oauth/token', 'grant_type=client_credentials', login)).body;
  const headers = { authorization: `Bearer ${(token as { access_token: string }).access_token}` };

  expect((await org.send('GET', '/flowcdk/bus', undefined, headers)).status).toBe(403);
  expect((await org.get('/flowcdk/bus')).status).toBe(200);
});
