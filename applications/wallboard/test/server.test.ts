import { get } from 'node:http';
import { serveBoard, type Served } from '../src/server';
import { watch, type Watch } from '../src/watch';
import { lineToSupport } from './private/line';

let board: Watch;
let served: Served;
beforeAll(async () => {
  board = await watch((await lineToSupport(15)).forListener);
  served = await serveBoard(board, { port: 0 });
});
afterAll(async () => {
  await served.stop();
  await board.stop();
});

/** The status and the beginning of an answer. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<readonly [number | undefined, string]> =>
  new Promise((done, fail) => {
    get(`${served.url}${path}`, { headers }, (response) =>
      response.once('data', (part: Buffer) => {
        done([response.statusCode, part.toString()]);
        response.destroy();
      }),
    ).on('error', fail);
  });

test('a browser hears the whole board when it connects', async () => {
  const [status, text] = await ask('/events');

  expect([status, text.split('\n')[0]]).toEqual([200, 'retry: 1000']);
  expect(text).toContain('"name":"Support"');
});

test.each([
  ['/', {}, 200, '<!doctype html>'],
  ['/board.js', {}, 200, '// Shows'],
  ['/../package.json', {}, 404, 'There is nothing here.'],
  ['/events', { host: 'elsewhere.example' }, 403, 'The wallboard listens on this machine only.'],
] as const)('GET %s with %j answers %i', async (path, headers, status, begin) => {
  const [answered, text] = await ask(path, headers);

  expect(answered).toBe(status);
  expect(text.slice(0, begin.length)).toBe(begin);
});
