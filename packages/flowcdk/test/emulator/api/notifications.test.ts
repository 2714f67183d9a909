import { localOrg, type LocalOrg } from '../private/local-org';

const path = '/api/v2/notifications/channels';
const presence = (user: number | string): { readonly id: string } => ({ id: `v2.users.${user}.presence` });

async function channelIn(org: LocalOrg): Promise<string> {
  return ((await org.post(path, {})).body as { readonly id: string }).id;
}

const topicsOf = async (org: LocalOrg, channel: string): Promise<readonly string[]> => {
  const { body } = await org.get(`${path}/${channel}/subscriptions`);
  return (body as { readonly entities: readonly { readonly id: string }[] }).entities.map(({ id }) => id);
};

describe('a channel', () => {
  test('is refused with 429 as often as somebody planned it', async () => {
    const org = localOrg();
    await org.send('PUT', '/flowcdk/notification-faults', '{"throttled":1}');

    expect((await org.post(path, {})).status).toBe(429);
    expect((await org.post(path, {})).status).toBe(200);
  });
});

describe('topics', () => {
  test('are added by POST, replaced by PUT, removed by DELETE', async () => {
    const org = localOrg();
    const id = await channelIn(org);
    await org.post(`${path}/${id}/subscriptions`, [presence(1)]);
    await org.post(`${path}/${id}/subscriptions`, [presence(2)]);
    expect(await topicsOf(org, id)).toEqual(['v2.users.1.presence', 'v2.users.2.presence']);
    await org.send('PUT', `${path}/${id}/subscriptions`, JSON.stringify([presence(3)]));
    expect(await topicsOf(org, id)).toEqual(['v2.users.3.presence']);
    await org.send('DELETE', `${path}/${id}/subscriptions`);
    expect(await topicsOf(org, id)).toEqual([]);
  });

  test('beyond a thousand are refused with 400, which says how many there would be', async () => {
    const org = localOrg();
    const id = await channelIn(org);
    const more = Array.from({ length: 1_001 }, (_, i) => presence(i));

    expect(await org.post(`${path}/${id}/subscriptions`, more)).toMatchObject({
      status: 400,
      body: {
        code: 'notification.too.many.topics',
        message: 'a channel takes 1000 topics; with these it would have 1001',
      },
    });
  });

  test.each([
    ['a topic that does not exist', 'v2.users.1.mood'],
    ['a placeholder', 'v2.users.{id}.presence'],
  ])('are refused by name: %s', async (_, topic) => {
    const org = localOrg();
    const { status, body } = await org.post(`${path}/${await channelIn(org)}/subscriptions`, [{ id: topic }]);

    expect(status).toBe(400);
    expect((body as { readonly message: string }).message).toContain(topic);
  });
});
