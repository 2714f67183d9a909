import { seconds } from 'flowcdk';
import { watch } from '../src/watch';
import { lineToSupport } from './private/line';

test('a call waits on the board until an agent answers, and counts for the service level', async () => {
  const org = await lineToSupport(15);
  const board = await watch(org.forListener);
  const support = () => board.shown().queues.find(({ name }) => name === 'Support');
  expect(support()).toMatchObject({ waiting: 0, answered: 0, serviceLevel: null });

  org.call({ from: '+33142685300', flow: 'Line' });
  await org.waits(seconds(5));
  expect(board.shown().calls).toMatchObject([{ queue: 'Support', from: '…5300' }]);

  await org.waits(seconds(20));
  expect(board.shown().calls).toEqual([]);
  expect(support()).toMatchObject({ waiting: 0, talking: 1, answered: 1, serviceLevel: 100 });
  expect(board.shown().agents.map(({ status }) => status)).toContain('INTERACTING');
  await board.stop();
});

test('a call that was answered after the goal, and one that waited before the board began', async () => {
  const org = await lineToSupport(40);
  org.call({ from: '+33142685300', flow: 'Line' });
  await org.waits(seconds(5));
  const board = await watch(org.forListener);

  expect(board.shown().calls).toMatchObject([{ queue: 'Support', from: '…5300' }]);
  await org.waits(seconds(60));
  expect(board.shown().queues.find(({ name }) => name === 'Support')).toMatchObject({ answered: 1, serviceLevel: 0 });
  await board.stop();
});

test('a cut socket makes the board stale, and it mends itself', async () => {
  const org = await lineToSupport(15);
  const board = await watch(org.forListener);
  const states: string[] = [];
  board.onChange(() => states.push(board.shown().status.state));

  org.strikeSockets('cut');
  await org.waits(seconds(10));

  expect(states[0]).toBe('stale');
  expect(board.shown().status.state).toBe('live');
  await board.stop();
});

test('a call that an agent answers at once waits for nobody to see, and counts', async () => {
  const org = await lineToSupport(0);
  const board = await watch(org.forListener);
  org.call({ from: '+33142685300', flow: 'Line' });
  await org.waits(seconds(5));

  expect(board.shown().calls).toEqual([]);
  expect(board.shown().queues.find(({ name }) => name === 'Support')).toMatchObject({ answered: 1, serviceLevel: 100 });
  await board.stop();
});

test('events alone change the board: nothing is requested while a call comes, is answered and ends', async () => {
  const org = await lineToSupport(5);
  const requests: string[] = [];
  const { fetch } = org.forListener;
  const board = await watch({
    ...org.forListener,
    fetch: (url, request) => {
      requests.push(`${request.method} ${url}`);
      return fetch(url, request);
    },
  });
  const atFirst = requests.length;
  org.call({ from: '+33142685300', flow: 'Line' });
  await org.waits(seconds(50));

  expect(board.shown().queues.find(({ name }) => name === 'Support')).toMatchObject({ answered: 1 });
  expect(requests.slice(atFirst)).toEqual([]);
  await board.stop();
});

test('a queue and a user who are new appear within a minute, and go when they are deleted', async () => {
  const org = await lineToSupport(15);
  const board = await watch(org.forListener);
  const add = (path: string, body: object) => org.fetch(path, { method: 'POST', body: JSON.stringify(body) });
  const invoices = (await (await add('/api/v2/routing/queues', { name: 'Invoices' })).json()) as {
    readonly id: string;
  };
  await add('/api/v2/users', { name: 'Grace', email: 'grace@local.example' });
  await org.waits(seconds(61));

  expect(board.shown().queues.map(({ name }) => name)).toContain('Invoices');
  expect(board.shown().agents.map(({ name }) => name)).toContain('Grace');

  await org.fetch(`/api/v2/routing/queues/${invoices.id}`, { method: 'DELETE' });
  await org.waits(seconds(61));
  expect(board.shown().queues.map(({ name }) => name)).not.toContain('Invoices');
  await board.stop();
});

test('a call of an org whose clock is ahead waits since the board heard of it', async () => {
  const org = await lineToSupport(15);
  const { clock } = org.forListener;
  const HOUR = 3_600_000;
  const board = await watch({
    ...org.forListener,
    clock: { ...clock, now: () => clock.now() - HOUR, after: (...wait) => clock.after(...wait) },
  });
  org.call({ from: '+33142685300', flow: 'Line' });
  await org.waits(seconds(5));

  const [call] = board.shown().calls;
  expect(board.shown().at - (call?.since ?? 0)).toBeGreaterThan(0);
  await board.stop();
});
