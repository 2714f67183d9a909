import { entitiesOf, localOrg, messageOf } from '../private/local-org';

const definitions = '/api/v2/presencedefinitions';

/** An org with a user, and ways to the user's presence. */
async function withUser() {
  const org = localOrg();
  const id = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  const presence = `/api/v2/users/${id}/presences/purecloud`;
  const idOf = async (name: string): Promise<unknown> =>
    entitiesOf(await org.get(`${definitions}?pageSize=100`)).find(({ systemPresence }) => systemPresence === name)?.[
      'id'
    ];
  const systemPresence = async () => (await org.get(presence)).body;
  return { org, id, presence, idOf, systemPresence };
}

test('On Queue puts a user on queue, every other presence takes them off', async () => {
  const { org, id, presence, idOf, systemPresence } = await withUser();
  expect(await systemPresence()).toMatchObject({ presenceDefinition: { systemPresence: 'Offline' }, primary: true });

  await org.patch(presence, { presenceDefinition: { id: await idOf('On Queue') } });
  expect(org.runtime.acd.agents.state(id)).toBe('IDLE');
  expect((await org.get(`/api/v2/users/${id}/routingstatus`)).body).toMatchObject({ userId: id, status: 'IDLE' });

  await org.patch(presence, { presenceDefinition: { systemPresence: 'Meal' }, message: 'Back at one' });
  expect(org.runtime.acd.agents.state(id)).toBe('OFF_QUEUE');
  expect(await systemPresence()).toMatchObject({
    presenceDefinition: { id: await idOf('Meal'), systemPresence: 'Meal' },
    message: 'Back at one',
    modifiedDate: '2026-11-21T08:00:00.000Z',
  });
});

test('a user who goes on queue by another way is On Queue', async () => {
  const { org, id, systemPresence } = await withUser();
  await org.put(`/flowcdk/agents/${id}`, { onQueue: true });

  expect(await systemPresence()).toMatchObject({ presenceDefinition: { systemPresence: 'On Queue' } });
});

test('a busy user leaves the queue after the call', async () => {
  const { org, id, presence } = await withUser();
  const { agents } = org.runtime.acd;
  await org.patch(presence, { presenceDefinition: { systemPresence: 'On Queue' } });
  agents.set(id, 'INTERACTING');
  await org.patch(presence, { presenceDefinition: { systemPresence: 'Break' } });

  expect((await org.get(`/api/v2/users/${id}/routingstatus`)).body).toMatchObject({ status: 'INTERACTING' });
  agents.set(id, 'IDLE');
  expect((await org.get(`/api/v2/users/${id}/routingstatus`)).body).toMatchObject({ status: 'OFF_QUEUE' });
});

test('every change is published, as a presence and as an activity', async () => {
  const { org, id, presence } = await withUser();
  const queue = await org.create('/api/v2/routing/queues', { name: 'Support' });
  await org.post(`/api/v2/routing/queues/${queue}/members`, [{ id }]);
  await org.patch(presence, { presenceDefinition: { systemPresence: 'On Queue' } });

  const events = org.runtime.log.events.flatMap((event) => (event.type === 'event.published' ? [event] : []));

  expect(events).toMatchObject([
    { topic: `v2.users.${id}.presence`, event: { presenceDefinition: { systemPresence: 'On Queue' } } },
    { topic: `v2.users.${id}.activity`, event: { id, routingStatus: { status: 'IDLE' }, activeQueueIds: [queue] } },
  ]);
});

test('a presence that no org has is refused with those there are', async () => {
  const { org, presence } = await withUser();

  expect(messageOf(await org.patch(presence, { presenceDefinition: { id: 'lunch' } }))).toMatch(
    /^presenceDefinition: there is no presence 'lunch'; there are 6a3af858/,
  );
});

test.each([
  [{ status: 'IDLE' }, 400],
  [{ status: 'OFF_QUEUE' }, 200],
  [{ status: 'INTERACTING' }, 400],
])('a routing status of a user off queue: %j', async (body, status) => {
  const { org, id } = await withUser();

  expect((await org.put(`/api/v2/users/${id}/routingstatus`, body)).status).toBe(status);
});
