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
