import { minutes } from '../../../src/architect/types';
import type { BusEvent } from '../../../src/testing';
import { callTo, lineToSupport, supportOf } from '../../events/private/line';

test('EventBridge gets the states that an integration asks for', async () => {
  const org = await lineToSupport();
  const [{ id: userId } = { id: '' }] = org.runtime.org.all('user');
  const topics = [
    'v2.users.{id}.routingStatus',
    'v2.routing.queues.{id}.conversations.calls',
    'v2.users.{id}.presence',
  ];
  org.addEventSource('states', topics);
  org.bus.associate('states');
  const events: BusEvent[] = [];
  org.bus.rule('all', { target: (event) => events.push(event) });
  const body = JSON.stringify({ presenceDefinition: { systemPresence: 'On Queue' } });
  await org.fetch(`/api/v2/users/${userId}/presences/purecloud`, { method: 'PATCH', body });
  callTo(org);
  await org.waits(minutes(5));

  const names = new Set(events.map(({ detail }) => detail.topicName));
  expect([...names].sort()).toEqual(
    [
      `v2.routing.queues.${supportOf(org)}.conversations.calls`,
      `v2.users.${userId}.presence`,
      `v2.users.${userId}.routingStatus`,
    ].sort(),
  );
  expect(new Set(events.map((event) => event['detail-type']))).toEqual(new Set(topics));
});

test('EventBridge gets no states that an integration no longer asks for', async () => {
  const org = await lineToSupport();
  org.addEventSource('states', ['v2.users.{id}.routingStatus']);
  org.bus.associate('states');
  const events: BusEvent[] = [];
  org.bus.rule('all', { target: (event) => events.push(event) });
  const [integration] = org.runtime.org.all('integration').filter(({ name }) => name === 'states');
  const off = { method: 'PATCH', body: '{"intendedState":"DISABLED"}' };
  await org.fetch(`/api/v2/integrations/${integration?.id}`, off);
  callTo(org);
  await org.waits(minutes(5));

  expect(events).toEqual([]);
});
