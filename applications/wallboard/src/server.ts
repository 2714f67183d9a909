import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Watch } from './watch';

export interface ServeOptions {
  /** @default 127.0.0.1 */
  readonly host?: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** So many browsers may watch at once. @default 500 */
  readonly mostBrowsers?: number;
}

/** A listening wallboard. */
export interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

/** Changes of so many milliseconds go to the browsers together. What was over before nobody could have seen; it counts. */
const TOGETHER = 100;
/** A browser hears something at least this often, in milliseconds. */
const SIGN_OF_LIFE = 15_000;
/** A browser that has so many bytes waiting is cut. It connects again by itself. */
const MOST_WAITING = 1_000_000;

interface PageFile {
  readonly type: string;
  readonly text: string;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

const pageFile = (name: string, type: string): readonly [path: string, file: PageFile] => [
  `/${name === 'board.html' ? '' : name}`,
  { type, text: readFileSync(join(__dirname, '../page', name), 'utf8') },
];

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }).end(`${why}\n`);
}

/** Answers requests for the page, and hands those for the stream on. */
function answersOf(host: string, onWatcher: (response: ServerResponse) => void) {
  const files = new Map([
    pageFile('board.html', 'text/html; charset=utf-8'),
    pageFile('board.js', 'text/javascript; charset=utf-8'),
    pageFile('board.css', 'text/css; charset=utf-8'),
  ]);
  const isLocal = LOOPBACK.includes(host) || host === '::1';
  return (request: IncomingMessage, response: ServerResponse): void => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    // A page of another name that leads to this machine is not to read the board.
    if (isLocal && !LOOPBACK.includes(name))
      return refuse(response, 403, 'The wallboard listens on this machine only.');
    if (request.method !== 'GET') return refuse(response, 405, 'The wallboard only shows: GET.');
    if (request.url === '/events') return onWatcher(response);
    const file = files.get(request.url ?? '');
    if (!file) return refuse(response, 404, 'There is nothing here.');
    response.writeHead(200, { ...HEADERS, 'content-type': file.type }).end(file.text);
  };
}

/** Serves the page, and the board to any number of browsers by server-sent events (`/events`). */
export async function serveBoard(
  watch: Watch,
  { host = '127.0.0.1', port, mostBrowsers = 500 }: ServeOptions,
): Promise<Served> {
  const browsers = new Set<ServerResponse>();
  const frame = (): string => `data: ${JSON.stringify(watch.shown())}\n\n`;
  const answer = answersOf(host, (response) => {
    if (browsers.size >= mostBrowsers) return refuse(response, 503, `At most ${mostBrowsers} browsers watch at once.`);
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
    browsers.add(response);
    response.on('close', () => browsers.delete(response));
    response.write(`retry: 1000\n${frame()}`);
  });

  const send = (text: string): void => {
    for (const browser of browsers) {
      if (browser.writableLength > MOST_WAITING) browser.destroy();
      else browser.write(text);
    }
  };
  let planned: NodeJS.Timeout | undefined;
  const endChanges = watch.onChange(() => {
    planned ??= setTimeout(() => {
      planned = undefined;
      if (browsers.size > 0) send(frame());
    }, TOGETHER);
  });
  const signs = setInterval(() => send('event: alive\ndata:\n\n'), SIGN_OF_LIFE);

  const server = createServer(answer);
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done));
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listening}`,
    stop: async () => {
      endChanges();
      clearTimeout(planned);
      clearInterval(signs);
      for (const browser of browsers) browser.end();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}
