import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { seconds } from 'flowcdk';
import type { LocalOrg } from 'flowcdk/testing';
import { serveBoard, type Served } from '../src/server';
import { watch, type Watch } from '../src/watch';
import { lineToSupport } from './private/line';

let org: LocalOrg;
let board: Watch;
let served: Served;
beforeAll(async () => {
  org = await lineToSupport(15);
  board = await watch(org.forListener);
  served = await serveBoard(board, { port: 0, mostBrowsers: 2 });
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

/** A browser that watches: what it heard, until it matches. */
async function browser() {
  const request = get(`${served.url}/events`);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  response.on('error', () => undefined).on('data', (part: Buffer) => (text += part.toString()));
  return {
    status: response.statusCode,
    hears: async (pattern: RegExp) => {
      while (!pattern.test(text)) await once(response, 'data');
    },
    close: () => request.destroy(),
  };
}

test('one change reaches every browser, and one browser more than allowed is refused', async () => {
  const browsers = [await browser(), await browser()];
  const third = await browser();
  expect([...browsers, third].map(({ status }) => status)).toEqual([200, 200, 503]);

  org.call({ from: '+33142685300', flow: 'Line' });
  await org.waits(seconds(5));
  for (const { hears } of browsers) await hears(/"calls":\[\{"queue":"Support","from":"…5300"/);
  for (const { close } of [...browsers, third]) close();
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
