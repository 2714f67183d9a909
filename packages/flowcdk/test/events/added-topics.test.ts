import { seconds } from '../../src/architect/types';
import { type Heard, listen, on, queueConversations, userRoutingStatus } from '../../src/events';
import { callTo, lineToSupport, supportOf } from './private/line';

const RENEWS_AFTER = 600_000;
const OVERLAP = 240_000;

test.each([
  ['with a moment to refill from', true],
  ['without one', false],
])('topics added during a renewal lose no call, %s', async (_, hasSince) => {
  const org = await lineToSupport();
  const heard: Heard[] = [];
  const listener = await listen([on(userRoutingStatus, '*')], (event) => void heard.push(event), {
    ...org.forListener,
    renewAfter: RENEWS_AFTER,
    overlap: OVERLAP,
  });
  await org.waits(seconds(605));
  expect(listener.metrics.rotations).toBe(1);

  const since = hasSince ? org.runtime.clock.now() : undefined;
  await listener.add([on(queueConversations, supportOf(org))], since);
  await org.waits(seconds(20));
  callTo(org);
  // The call is over before the first channel ends.
  await org.waits(seconds(900));
  await listener.stop();

  expect(heard.some(({ topic }) => topic === queueConversations.name)).toBe(true);
});

test('topics beyond one channel go to further channels, and each is heard', async () => {
  const org = await lineToSupport();
  const heard = new Set<string>();
  const listener = await listen(
    [on(queueConversations, '*'), on(userRoutingStatus, '*')],
    ({ topic }) => void heard.add(topic),
    { ...org.forListener, topicsPerChannel: 1 },
  );
  callTo(org);
  await org.waits(seconds(120));
  await listener.stop();

  expect(listener.metrics.channels).toBe(listener.topics.length);
  expect(listener.metrics.channels).toBeGreaterThan(1);
  expect([...heard].sort()).toEqual([queueConversations.name, userRoutingStatus.name].sort());
});
