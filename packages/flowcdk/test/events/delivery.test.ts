import { deadLettersInMemory } from '../../src/events/dead-letters';
import { Delivery, type DeliveryOptions } from '../../src/events/delivery';
import { FanOut } from '../../src/events/fan-out';
import type { Heard } from '../../src/events/heard';
import { spread } from '../../src/events/shards';

const heardOf = (key: string, topicName = 'v2.users.1.presence'): Heard => ({
  topicName,
  topic: 'v2.users.{id}.presence',
  id: '1',
  event: { key },
  at: 0,
  from: 'socket',
  key,
});

/** Waits cost no time here. */
const clock = {
  now: () => 0,
  after: (_: number, run: () => void) => {
    queueMicrotask(run);
    return () => undefined;
  },
};

const deliveryTo = (handle: DeliveryOptions['handle'], options: Partial<DeliveryOptions> = {}): Delivery =>
  new Delivery({
    clock,
    handle,
    retries: 2,
    deadLetters: deadLettersInMemory(),
    mostWaiting: 4,
    onFull: () => undefined,
    onEmptied: () => undefined,
    ...options,
  });

test('an event that stays unhandled becomes a dead letter, and a redrive hands it over again', async () => {
  let isBroken = true;
  const handled: string[] = [];
  const delivery = deliveryTo(({ key }) => {
    if (isBroken && key === 'bad') throw new Error('no database');
    handled.push(key);
  });
  for (const key of ['a', 'bad', 'b']) delivery.take(heardOf(key));
  await delivery.idle();
  expect(handled).toEqual(['a', 'b']);
  expect(delivery.counts).toMatchObject({ delivered: 2, retries: 2, deadLetters: 1 });

  expect(await delivery.redrive()).toEqual({ handled: 0, failed: 1 });
  isBroken = false;
  expect(await delivery.redrive()).toEqual({ handled: 1, failed: 0 });
  expect(await delivery.redrive()).toEqual({ handled: 0, failed: 0 });
  expect(handled).toEqual(['a', 'b', 'bad']);
});

test('the sockets pause while too many events wait, and resume once', async () => {
  const said: string[] = [];
  let free = (): void => undefined;
  const gate = new Promise<void>((done) => (free = done));
  const delivery = deliveryTo(() => gate, { onFull: () => said.push('full'), onEmptied: () => said.push('emptied') });
  for (let i = 0; i < 4; i += 1) delivery.take(heardOf(String(i)));
  expect(said).toEqual([]);
  for (let i = 4; i < 8; i += 1) delivery.take(heardOf(String(i)));
  expect(said).toEqual(['full']);
  free();
  await delivery.idle();
  expect(said).toEqual(['full', 'emptied']);
  expect(delivery.counts.delivered).toBe(8);
});

test('a reader who comes late sees the newest event of each topic, and none after the end', () => {
  const fan = new FanOut();
  for (const [key, topic] of [
    ['1', 'a'],
    ['2', 'b'],
    ['3', 'a'],
  ] as const)
    fan.handle(heardOf(key, topic));
  const keys: string[] = [];
  const end = fan.read(({ key }) => void keys.push(key));
  expect(keys).toEqual(['3', '2']);
  fan.handle(heardOf('4', 'b'));
  end();
  fan.handle(heardOf('5', 'b'));
  expect(keys).toEqual(['3', '2', '4']);
  expect(fan.readers).toBe(0);
});

test.each([
  ['the first topics', [], ['c', 'a', 'b'], [['a', 'b'], ['c']]],
  [
    'a topic more stays beside what is there',
    [['a', 'b'], ['c']],
    ['a', 'b', 'c', 'd'],
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a new topic takes the place of one that goes', [['a', 'b'], ['c']], ['b', 'c', 'd'], [['b', 'd'], ['c']]],
])('channels of two topics: %s', (_, before, topics, expected) => {
  expect(spread(before, topics, 2)).toEqual(expected);
});

test('more topics than the channels of one client hold are refused', () => {
  const topics = Array.from({ length: 20 }, (_, i) => `t${i}`);
  expect(() => spread([], topics, 1)).toThrow('20 topics need 20 channels of 1');
});

test('dead letters that a redrive took stay in their store until each was handled or kept again', async () => {
  const letters = deadLettersInMemory();
  const dies = new Error('the process died');
  const forget = jest.spyOn(letters, 'forget').mockRejectedValueOnce(dies);
  const handled: string[] = [];
  await letters.add({ heard: heardOf('a'), problem: 'no database', at: 0 });
  const delivery = deliveryTo(({ key }) => void handled.push(key), { deadLetters: letters });

  await expect(delivery.redrive()).rejects.toThrow(dies);
  expect(await delivery.redrive()).toEqual({ handled: 1, failed: 0 });
  expect(forget).toHaveBeenCalledTimes(2);
  expect(handled).toEqual(['a', 'a']);
});

test('a store of dead letters that takes nothing holds the delivery up, and says so', async () => {
  const letters = deadLettersInMemory();
  const add = jest.spyOn(letters, 'add').mockRejectedValueOnce(new Error('no space left'));
  const problems: string[] = [];
  const delivery = deliveryTo(() => Promise.reject(new Error('no database')), {
    retries: 0,
    deadLetters: letters,
    onProblem: (problem) => problems.push(problem),
  });
  delivery.take(heardOf('a'));
  await delivery.idle();

  expect(problems).toEqual(['the dead letters: no space left']);
  expect([add.mock.calls.length, (await letters.takeAll()).length]).toEqual([2, 1]);
});

test('a delivery that is stopped waits no longer for such a store, and says that an event was dropped', async () => {
  const letters = deadLettersInMemory();
  jest.spyOn(letters, 'add').mockRejectedValue(new Error('no space left'));
  const delivery = deliveryTo(() => Promise.reject(new Error('no database')), {
    clock: { now: () => 0, after: () => () => undefined },
    retries: 0,
    deadLetters: letters,
  });
  delivery.take(heardOf('a'));
  await new Promise(setImmediate);
  expect(delivery.hasDropped).toBe(false);
  delivery.stop();
  await delivery.idle();

  expect(delivery.hasDropped).toBe(true);
});
