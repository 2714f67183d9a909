import { WorkLoop } from '../src/worker/work-loop';
import type { Worker } from '../src/worker/worker';

/** A worker whose batches end when the test says so. */
function steppedWorker() {
  const batches: { end(count: number): void; fail(problem: Error): void }[] = [];
  const work = () => new Promise<number>((end, fail) => batches.push({ end, fail }));
  return { worker: { work } as Pick<Worker, 'work'> as Worker, batches };
}

/** Lets what waits for promises go on. */
const turn = (): Promise<void> => new Promise(setImmediate);

test('it stops when the work that it began is settled', async () => {
  const { worker, batches } = steppedWorker();
  const loop = new WorkLoop(worker, () => undefined);
  let stopped = false;
  loop.start();
  const stopping = loop.stop().then(() => (stopped = true));
  await turn();
  expect(stopped).toBe(false);
  batches[0]?.end(20);
  await stopping;

  expect(batches).toHaveLength(1);
});

test('behind a batch it goes on at once', async () => {
  const { worker, batches } = steppedWorker();
  const loop = new WorkLoop(worker, () => undefined);
  loop.start();
  batches[0]?.end(20);
  await turn();
  expect(batches).toHaveLength(2);
  const stopping = loop.stop();
  batches[1]?.end(0);

  await stopping;
});

test('a database that fails is told, and the loop rests and goes on', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const { worker, batches } = steppedWorker();
  const problems: unknown[] = [];
  const loop = new WorkLoop(worker, (problem) => problems.push(problem));
  const problem = new Error('no connection');
  loop.start();
  batches[0]?.fail(problem);
  await turn();
  jest.advanceTimersByTime(4_999);
  await turn();
  expect([problems, batches.length]).toEqual([[problem], 1]);
  jest.advanceTimersByTime(1);
  await turn();
  expect(batches).toHaveLength(2);
  const stopping = loop.stop();
  batches[1]?.end(0);
  await stopping;
  jest.useRealTimers();
});
