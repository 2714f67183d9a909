import { seconds } from '../../../src/architect/types';
import type { Channel } from '../../../src/emulator/notifications/channel';
import { MOST_CHANNELS, MOST_TOPICS, Notifications } from '../../../src/emulator/notifications/notifications';
import { localOrg } from '../../../src/testing';

const owner = { token: 'hash', clientId: 'client', userId: 'user' };
const permitted: Channel['judge'] = () => ({ state: 'Permitted' });
const routingOf = (id: number | string): string => `v2.users.${id}.routingStatus`;

async function service() {
  const org = await localOrg({ flows: [] });
  return { org, service: new Notifications(org.runtime) };
}

/** A socket that keeps what comes through it. */
function socket() {
  const frames: Record<string, unknown>[] = [];
  const closings: number[] = [];
  return {
    frames,
    closings,
    send: (text: string) => void frames.push(JSON.parse(text) as Record<string, unknown>),
    close: (code: number) => void closings.push(code),
    cut: () => undefined,
  };
}

test('a channel ends after 24 hours, with heartbeats every 30 seconds until then', async () => {
  const { org, service: notifications } = await service();
  const { id } = notifications.create(owner, permitted);
  const open = socket();
  notifications.connect(id, open);
  await org.waits(seconds(24 * 3_600 - 1));
  expect(notifications.channel(id)).toBeDefined();
  expect(open.frames).toHaveLength(2 * 60 * 24 - 1);
  await org.waits(seconds(1));
  expect(notifications.channel(id)).toBeUndefined();
  expect(open.closings).toEqual([1001]);
});

test('a subscription prolongs a channel', async () => {
  const { org, service: notifications } = await service();
  const channel = notifications.create(owner, permitted);
  await org.waits(seconds(23 * 3_600));
  notifications.subscribe(channel, [routingOf(1)], 'add');
  await org.waits(seconds(23 * 3_600));
  expect(notifications.channel(channel.id)).toBe(channel);
});

test('the 21st channel of a user and client ends the oldest one that has no socket', async () => {
  const { service: notifications } = await service();
  const other = notifications.create({ ...owner, userId: 'another' }, permitted);
  const ids = Array.from({ length: MOST_CHANNELS }, () => notifications.create(owner, permitted).id);
  notifications.connect(ids[0] as string, socket());
  const newest = notifications.create(owner, permitted);
  const left = notifications.all.map(({ id }) => id);
  expect(left).toEqual([other.id, ids[0], ...ids.slice(2), newest.id]);
});

test('a channel takes 1,000 topics, and a refusal changes nothing', async () => {
  const { service: notifications } = await service();
  const channel = notifications.create(owner, permitted);
  const most = Array.from({ length: MOST_TOPICS }, (_, i) => routingOf(i));
  expect(notifications.subscribe(channel, most, 'replace')).toHaveLength(MOST_TOPICS);
  expect(notifications.subscribe(channel, [routingOf('more')], 'add')).toMatchObject({ kind: 'tooMany' });
  expect(channel.subscriptions.size).toBe(MOST_TOPICS);
  // Each part of a combined topic counts.
  const combined = [...most.slice(1), 'v2.users.x?presence&routingStatus'];
  expect(notifications.subscribe(channel, combined, 'replace')).toMatchObject({ kind: 'tooMany' });
});

test('the second socket ends the first, whose messages no longer count', async () => {
  const { service: notifications } = await service();
  const { id } = notifications.create(owner, permitted);
  const [first, second] = [socket(), socket()];
  const firstEnd = notifications.connect(id, first);
  const secondEnd = notifications.connect(id, second);
  firstEnd?.receive('{"message":"ping"}');
  firstEnd?.closed();
  secondEnd?.receive('{"message":"ping"}');
  expect(first).toMatchObject({ closings: [1001], frames: [] });
  expect(second).toMatchObject({ closings: [], frames: [{ eventBody: { message: 'pong' } }] });
});

test.each([
  ['a topic', [routingOf(1)], { result: '200', status: 'subscribed' }, 1],
  ['a combined topic', ['v2.users.1?presence&routingStatus'], { result: '200' }, 1],
  ['a topic without permission', ['v2.users.1.presence'], { result: '400', status: 'failure' }, 0],
  ['a topic that does not exist', ['v2.nothing'], { result: '400', status: 'failure' }, 0],
  ['no text', [1], { result: '400', status: 'error' }, 0],
])('a message through the socket subscribes: %s', async (_, topics, answer, count) => {
  const { service: notifications } = await service();
  const judge: Channel['judge'] = ({ topic }) =>
    topic.name === 'v2.users.{id}.presence' && count === 0
      ? { state: 'Rejected', rejectionReason: 'no permission', missingPermissions: ['presence'] }
      : { state: 'Permitted' };
  const channel = notifications.create(owner, judge);
  const open = socket();
  notifications
    .connect(channel.id, open)
    ?.receive(JSON.stringify({ message: 'subscribe', topics, correlationId: 'c' }));
  expect(open.frames).toEqual([expect.objectContaining({ ...answer, correlationId: 'c' })]);
  expect(channel.subscriptions.size).toBe(count);
});

test('a message through the socket takes topics away', async () => {
  const { service: notifications } = await service();
  const channel = notifications.create(owner, permitted);
  notifications.subscribe(channel, [routingOf(1), routingOf(2)], 'add');
  const open = socket();
  notifications
    .connect(channel.id, open)
    ?.receive(JSON.stringify({ message: 'unsubscribe', topics: [routingOf(1)], correlationId: 'c' }));
  expect(open.frames).toEqual([expect.objectContaining({ result: '200', correlationId: 'c' })]);
  expect([...channel.subscriptions.keys()]).toEqual([routingOf(2)]);
});
