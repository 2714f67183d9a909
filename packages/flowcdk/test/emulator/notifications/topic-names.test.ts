import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { minutes } from '../../../src/architect/types';
import { notificationsOf } from '../../../src/emulator/notifications/notifications';
import { silentTopics } from '../../../src/emulator/notifications/silent-topics';
import { refusalOf, topicsIn } from '../../../src/emulator/notifications/topic-names';
import { notificationTopics } from '../../../src/process-automation/notification-topics';
import type { LocalOrg } from '../../../src/testing';
import { callTo, lineToSupport, supportOf } from '../../events/private/line';

const silent = silentTopics.map(([{ name }]) => name);

/** Topics whose events only a flow with such actions, or somebody who calls a webhook, brings: other tests have them. */
const special = [
  ...['flow.outcome', 'voicemail.start', 'voicemail.end', 'wrapup', 'attributes'].map(
    (suffix) => `v2.detail.events.conversation.{id}.${suffix}`,
  ),
  'v2.integrations.inbound.webhook.{id}.invocation',
];
const placeholder = (topicName: string): string =>
  topicName.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '{id}');

/** Hears every topic of some ids that is not refused. */
function hearer(org: LocalOrg) {
  const service = notificationsOf(org.runtime);
  const channel = service.create({ token: 'hash', clientId: undefined, userId: undefined }, () => ({
    state: 'Permitted',
  }));
  const heard = new Set<string>();
  service.connect(channel.id, {
    send: (text) => heard.add(placeholder((JSON.parse(text) as { readonly topicName: string }).topicName)),
    close: () => undefined,
    cut: () => undefined,
  });
  return {
    heard,
    listenTo: (beginning: string, id: string) =>
      service.subscribe(
        channel,
        notificationTopics
          .filter(({ name }) => name.startsWith(beginning) && !silent.includes(name))
          .map(({ name }) => name.replace('{id}', id)),
        'add',
      ),
  };
}

test('every topic that the local org does not refuse gets events', async () => {
  const org = await lineToSupport();
  const [{ id: userId } = { id: '' }] = org.runtime.org.all('user');
  const queue = supportOf(org);
  const send = async (method: string, path: string, body: object): Promise<unknown> =>
    JSON.parse((await (await org.fetch(path, { method, body: JSON.stringify(body) })).text()) || '{}');
  const { heard, listenTo } = hearer(org);
  listenTo('v2.users.', userId);
  listenTo('v2.routing.queues.', queue);
  listenTo('v2.analytics.queues.', queue);

  await send('POST', `/api/v2/routing/queues/${queue}/members`, [{ id: userId }]);
  const presenceDefinition = { systemPresence: 'On Queue' };
  await send('PATCH', `/api/v2/users/${userId}/presences/purecloud`, { presenceDefinition });
  await send('POST', '/api/v2/conversations/callbacks', { queueId: queue, callbackNumbers: ['+33142685300'] });
  listenTo('v2.detail.', callTo(org).conversationId);
  await org.waits(minutes(10));

  // The first events of a conversation come before anybody knows its id.
  for (const event of org.events) if (event.type === 'event.published') heard.add(placeholder(event.topic));
  const expected = notificationTopics.map(({ name }) => name).filter((name) => !silent.includes(name));
  expect([...heard].filter((name) => !special.includes(name)).sort()).toEqual(
    ['channel.metadata', ...expected.filter((name) => !special.includes(name))].sort(),
  );
});

test('a queue says who becomes a member and who is none any more', async () => {
  const org = await lineToSupport();
  const queue = supportOf(org);
  const [{ id: userId } = { id: '' }] = org.runtime.org.all('user');
  const members = `/api/v2/routing/queues/${queue}/members`;
  const joined = (): readonly unknown[] =>
    org.events.flatMap((event) =>
      event.type === 'event.published' && event.topic === `v2.routing.queues.${queue}.users` ? [event.event] : [],
    );
  const body = JSON.stringify([{ id: userId }]);
  await org.fetch(members, { method: 'POST', body });
  await org.fetch(members, { method: 'POST', body });
  await org.fetch(`${members}/${userId}`, { method: 'DELETE' });

  const event = { id: userId, user: { id: userId }, queueId: queue };
  expect(joined()).toEqual([
    { ...event, joined: true },
    { ...event, joined: false },
  ]);
});

test('docs/events.md names every topic that the local org does not publish, with the reason', () => {
  const page = readFileSync(join(__dirname, '../../../../../docs/events.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(v2\.[^`]+)` \| (.*) \|$/gm)].map(([, topic, why]) => [topic, why]);

  expect(rows).toEqual(silentTopics.map(([{ name }, why]) => [name, why]));
});

test.each([
  ['v2.users.1.presence', undefined],
  ['v2.users.1?presence&routingStatus', undefined],
  ['v2.users.1.mood', 'v2.users.1.mood: there is no such topic'],
  ['v2.users.*.presence', "v2.users.*.presence: '*' is no id; a subscription names one id"],
  [
    'v2.users.1?presence&station',
    'v2.users.1.station: the local org does not publish this topic: users of the local org have no stations',
  ],
  [
    `v2.users.${'1'.repeat(200)}?presence&station`,
    `v2.users.${'1'.repeat(51)}…: a combined topic has less than 200 characters`,
  ],
])('%s: %s', (id, refusal) => {
  expect(refusalOf(id)).toBe(refusal);
});

test('a combined topic stands for its parts', () => {
  expect(topicsIn('v2.users.1?presence&routingStatus')).toEqual(['v2.users.1.presence', 'v2.users.1.routingStatus']);
});
