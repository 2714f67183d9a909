import { FeedLoop } from '../src/feeds/feed-loop';
import { HandOver } from '../src/feeds/hand-over';
import type { ListeningFeed } from '../src/feeds/notification-feed';

/** A feed of events that a test gives. */
function feedOf(): ListeningFeed & { readonly handOver: HandOver } {
  const handOver = new HandOver();
  return {
    name: 'notifications',
    handOver,
    events: () => handOver.events(),
    close: () => Promise.resolve(handOver.close()),
  };
}

const turn = (): Promise<void> => new Promise(setImmediate);
const event = (topic: string) => ({ topic, body: {} });

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterEach(() => jest.useRealTimers());

test('an organisation that refuses the start is asked again, and the failure is said', async () => {
  const failures: unknown[] = [];
  const problem = new Error('503');
  let tries = 0;
  const feed = feedOf();
  const loop = new FeedLoop({
    open: () => (++tries === 1 ? Promise.reject(problem) : Promise.resolve(feed)),
    take: async ({ events }) => {
      for await (const each of events()) expect(each).toEqual(event('acw'));
    },
    failed: (error) => failures.push(error),
  });
  loop.start();
  void feed.handOver.give(event('acw'));
  await turn();
  jest.advanceTimersByTime(4_999);
  await turn();
  expect([tries, failures]).toEqual([1, [problem]]);
  jest.advanceTimersByTime(1);
  await turn();
  expect(tries).toBe(2);

  await loop.stop();
});

test('what a broken reader left is taken by the next one, and the feed stays open', async () => {
  const feed = feedOf();
  const taken: unknown[] = [];
  let opened = 0;
  let isBroken = true;
  const loop = new FeedLoop({
    open: () => Promise.resolve((++opened, feed)),
    take: async ({ events }) => {
      for await (const each of events()) {
        if (isBroken) throw new Error('no database');
        taken.push(each);
      }
    },
    failed: () => undefined,
  });
  loop.start();
  const handedOver = feed.handOver.give(event('acw'));
  await turn();
  expect(taken).toEqual([]);
  isBroken = false;
  jest.advanceTimersByTime(5_000);
  await handedOver;
  await loop.stop();

  expect([taken, opened]).toEqual([[event('acw')], 1]);
});

test('a loop that is stopped while the feed opens ends', async () => {
  const failures: unknown[] = [];
  const loop = new FeedLoop({
    open: (signal) =>
      new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true })),
    take: () => Promise.resolve(),
    failed: (error) => failures.push(error),
  });
  loop.start();
  await turn();
  await loop.stop();

  expect(failures).toEqual([]);
});
