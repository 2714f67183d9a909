import { notificationsOf } from '../../../src/emulator/notifications/notifications';
import { localOrg, type LocalOrg } from '../private/local-org';

const path = '/api/v2/notifications/channels';
const DAY = 24 * 3_600_000;
const presence = (user: number | string): { readonly id: string } => ({ id: `v2.users.${user}.presence` });

async function channelIn(org: LocalOrg): Promise<string> {
  return ((await org.post(path, {})).body as { readonly id: string }).id;
}

const topicsOf = async (org: LocalOrg, channel: string): Promise<readonly string[]> => {
  const { body } = await org.get(`${path}/${channel}/subscriptions`);
  return (body as { readonly entities: readonly { readonly id: string }[] }).entities.map(({ id }) => id);
};

/** A socket in this process, and what came through it. */
function socketOf(org: LocalOrg, channel: string) {
  const frames: Record<string, unknown>[] = [];
  const closed: string[] = [];
  const end = notificationsOf(org.runtime).connect(channel, {
    send: (text) => frames.push(JSON.parse(text) as Record<string, unknown>),
    close: (code, reason) => closed.push(`${code} ${reason}`),
    cut: () => closed.push('cut'),
  });
  return { frames, closed, send: (message: object) => end?.receive(JSON.stringify(message)) };
}

describe('a channel', () => {
  test('lives for a day, and new topics prolong it', async () => {
    const org = localOrg();
    const [left, used] = [await channelIn(org), await channelIn(org)];
    await org.wait(DAY - 1_000);
    await org.post(`${path}/${used}/subscriptions`, [presence(1)]);
    await org.wait(2_000);

    expect((await org.send('HEAD', `${path}/${left}`)).status).toBe(404);
    expect((await org.send('HEAD', `${path}/${used}`)).status).toBe(200);
  });

  test('is one of twenty: the 21st takes the place of the one that nobody has used longest', async () => {
    const org = localOrg();
    const ids: string[] = [];
    for (let i = 0; i < 20; i++) {
      ids.push(await channelIn(org));
      await org.wait(1_000);
    }
    const [connected = '', unconnected = ''] = ids;
    socketOf(org, connected);
    await channelIn(org);

    expect((await org.send('HEAD', `${path}/${connected}`)).status).toBe(200);
    expect((await org.send('HEAD', `${path}/${unconnected}`)).status).toBe(404);
  });

  test('has one socket: the second ends the first', async () => {
    const org = localOrg();
    const id = await channelIn(org);
    const first = socketOf(org, id);
    const second = socketOf(org, id);

    expect(first.closed).toEqual(['1001 another socket took this channel']);
    expect(second.closed).toEqual([]);
  });

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

  test('of one channel are at most a thousand; the one too many changes nothing', async () => {
    const org = localOrg();
    const id = await channelIn(org);
    const thousand = Array.from({ length: 1_000 }, (_, i) => presence(i));
    expect((await org.post(`${path}/${id}/subscriptions`, thousand)).status).toBe(200);

    expect(await org.post(`${path}/${id}/subscriptions`, [presence('more')])).toMatchObject({
      status: 400,
      body: { message: 'a channel takes 1000 topics; with these it would have 1001' },
    });
    expect(await topicsOf(org, id)).toHaveLength(1_000);
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

  test('come and go through the socket, which answers a ping', async () => {
    const org = localOrg();
    const id = await channelIn(org);
    const socket = socketOf(org, id);
    socket.send({ message: 'ping' });
    socket.send({ message: 'subscribe', topics: ['v2.users.1.presence'], correlationId: 'a' });
    expect(await topicsOf(org, id)).toEqual(['v2.users.1.presence']);
    socket.send({ message: 'unsubscribe', topics: ['v2.users.1.presence'], correlationId: 'b' });
    expect(await topicsOf(org, id)).toEqual([]);

    expect(socket.frames).toMatchObject([
      { topicName: 'channel.metadata', eventBody: { message: 'pong' } },
      { correlationId: 'a', result: '200' },
      { correlationId: 'b', result: '200' },
    ]);
  });
});

test('an open socket hears a heartbeat every thirty seconds', async () => {
  const org = localOrg();
  const { frames } = socketOf(org, await channelIn(org));
  await org.wait(95_000);

  expect(frames.map(({ topicName }) => topicName)).toEqual(Array(3).fill('channel.metadata'));
});
