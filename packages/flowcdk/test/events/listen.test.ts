import { seconds } from '../../src/architect/types';
import { type Heard, listen, on, queueConversations, queueObservations, userRoutingStatus } from '../../src/events';
import { callTo, lineToSupport, supportOf } from './private/line';

test('a listener hears a call come into a queue, and the agent who takes it', async () => {
  const org = await lineToSupport();
  const heard: Heard[] = [];
  const listener = await listen(
    [on(queueConversations, '*'), on(queueObservations, '*'), on(userRoutingStatus, '*')],
    (event) => void heard.push(event),
    org.forListener,
  );

  callTo(org);
  await org.waits(seconds(120));
  await listener.stop();

  const { topics } = listener;
  expect(topics).toContain(`v2.routing.queues.${supportOf(org)}.conversations`);
  const states = heard.flatMap(({ topic, event }) =>
    topic === 'v2.routing.queues.{id}.conversations'
      ? [(event as { participants: { purpose: string }[] }).participants.map(({ purpose }) => purpose).join(' ')]
      : [],
  );
  expect(states[0]).toBe('customer ivr acd');
  expect(states.at(-1)).toBe('customer ivr acd agent');
  expect(heard.map(({ topic }) => topic)).toContain('v2.analytics.queues.{id}.observations');
  expect(listener.metrics).toMatchObject({ gaps: 0, duplicates: 0, deadLetters: 0, waiting: 0 });
});
