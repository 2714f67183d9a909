import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import type { HttpOutcome, HttpRequest } from '../../../../src/emulator/runtime/services/http';
import { sendOverHttp } from '../../../../src/emulator/runtime/services/send-over-http';

const LARGEST = 2 * 1024 * 1024;

let server: Server;
let base: string;
let answer: (reply: ServerResponse) => void;
const seen: { method: string; headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  server = createServer((request, reply) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method ?? '', headers: request.headers, body });
      answer(reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Came {
  readonly outcome: HttpOutcome | undefined;
  /** Milliseconds of the virtual clock. */
  readonly after: number;
}

/** What comes of a request to a server that answers so, within a virtual minute. */
async function sent(answering: typeof answer, request: Partial<HttpRequest> = {}, patience?: number): Promise<Came> {
  answer = answering;
  const clock = new VirtualClock(0);
  let came: Came | undefined;
  const takeBack = sendOverHttp(
    clock,
    'serverTiming',
    patience,
  )({ method: 'GET', url: `${base}/x`, headers: {}, ...request })((outcome) => {
    came = { outcome, after: clock.now() };
  });
  await clock.run(() => came !== undefined, 60_000);
  takeBack();
  return came ?? { outcome: undefined, after: clock.now() };
}

const replies =
  (status: number, headers: Record<string, string>, body: string | Buffer = '') =>
  (reply: ServerResponse): void => {
    reply.writeHead(status, headers).end(body);
  };

const json = { 'content-type': 'application/json' };

describe('what is answered', () => {
  test.each<[what: string, answering: typeof answer, status: number, body: string]>([
    ['a body in pieces that cut a character', (reply) => cut(reply, Buffer.from('{"a":"é"}'), 7), 200, '{"a":"é"}'],
    ['nothing', replies(204, {}), 204, ''],
    ['a page', replies(500, { 'content-type': 'text/html' }, '<html>'), 500, '<html>'],
    ['a redirect, which is not followed', replies(302, { location: '/elsewhere' }), 302, ''],
    ['compressed', replies(200, { ...json, 'content-encoding': 'gzip' }, gzipSync('{"a":1}')), 200, '{"a":1}'],
    [
      'in another character set',
      replies(200, { 'content-type': 'application/json; charset=ISO-8859-1' }, Buffer.from('{"a":"é"}', 'latin1')),
      200,
      '{"a":"é"}',
    ],
    [
      'in a character set nobody knows',
      replies(200, { 'content-type': 'application/json; charset="x-none"' }, '{"a":"é"}'),
      200,
      '{"a":"é"}',
    ],
    ['behind a mark of the byte order', replies(200, json, '\uFEFF{"a":1}'), 200, '{"a":1}'],
    ['2 MB', replies(200, json, Buffer.alloc(LARGEST, 'x')), 200, 'x'.repeat(LARGEST)],
  ])('%s', async (_, answering, status, body) => {
    const { outcome } = await sent(answering);
    expect(outcome).toMatchObject({ response: { status } });
    // Not compared by the matcher, which would print 2 MB.
    expect(outcome && 'response' in outcome && outcome.response.body === body).toBe(true);
  });

  test('an answer takes the virtual time its Server-Timing tells', async () => {
    expect((await sent(replies(200, { 'server-timing': 'total;dur=1500' }))).after).toBe(1500);
    expect((await sent(replies(200, {}))).after).toBe(0);
  });
});

function cut(reply: ServerResponse, whole: Buffer, at: number): void {
  reply.writeHead(200, json);
  reply.write(whole.subarray(0, at), () => reply.end(whole.subarray(at)));
}

describe('what is not', () => {
  test.each<[what: string, answering: typeof answer, problem: string]>([
    ['a byte more than 2 MB', replies(200, json, Buffer.alloc(LARGEST + 1, 'x')), 'tooLarge'],
    [
      'little that unpacks to more than 2 MB',
      replies(200, { ...json, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(LARGEST * 8, 'x'))),
      'tooLarge',
    ],
    ['what is said to be compressed and is not', replies(200, { 'content-encoding': 'gzip' }, '{"a":1}'), 'connection'],
    ['a connection cut before the answer', (reply) => reply.destroy(), 'connection'],
    [
      'a connection cut in the answer',
      (reply) => {
        reply.writeHead(200, { ...json, 'content-length': '100' });
        reply.write('{"a"', () => reply.destroy());
      },
      'connection',
    ],
  ])('%s', async (_, answering, problem) => {
    expect((await sent(answering)).outcome).toMatchObject({ problem });
  });

  test('a server that never answers holds virtual time only for so long', async () => {
    expect(await sent(() => undefined, {}, 0)).toEqual({ outcome: undefined, after: 60_000 });
  });

  test('nobody listens', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    const { outcome } = await sent(replies(200, {}), { url: `http://127.0.0.1:${port}/` });
    expect(outcome).toMatchObject({
      problem: 'connection',
      message: expect.stringContaining('ECONNREFUSED') as string,
    });
  });
});

describe('what is sent', () => {
  test.each<[what: string, request: Partial<HttpRequest>, received: object]>([
    [
      'method, headers and body',
      { method: 'PATCH', headers: { 'x-caller': '1', 'content-type': 'text/plain' }, body: 'é' },
      { method: 'PATCH', body: 'é', headers: { 'x-caller': '1', 'content-type': 'text/plain' } },
    ],
    [
      'a length where the platform is told to send no pieces',
      { method: 'POST', headers: { 'transfer-encoding': 'buffered' }, body: 'abc' },
      { method: 'POST', body: 'abc', headers: { 'content-length': '3' } },
    ],
    [
      'headers that belong to the connection are those of the connection',
      {
        method: 'POST',
        headers: { 'content-length': '99', connection: 'upgrade', expect: '100-continue' },
        body: 'abc',
      },
      { body: 'abc', headers: { 'content-length': '3' } },
    ],
  ])('%s', async (_, request, received) => {
    expect((await sent(replies(200, {}), request)).outcome).toMatchObject({ response: { status: 200 } });
    expect(seen.at(-1)).toMatchObject(received);
  });

  test.each([{ 'x y': '1' }, { x: '€' }])('a header that cannot be sent is a problem: %j', async (headers) => {
    expect((await sent(replies(200, {}), { headers })).outcome).toMatchObject({ problem: 'connection' });
  });
});

describe('without a network', () => {
  afterEach(() => jest.restoreAllMocks());

  const request: HttpRequest = { method: 'POST', url: 'https://alpha.example/', headers: {}, body: 'x' };

  /** A request whose `fetch` is that of the test. Gives what it was called with. */
  function fetching(answers: () => Promise<Response>, sentRequest = request) {
    const fetches = jest.spyOn(globalThis, 'fetch').mockImplementation(answers);
    const clock = new VirtualClock(0);
    const outcomes: HttpOutcome[] = [];
    const takeBack = sendOverHttp(clock, 'serverTiming')(sentRequest)((outcome) => outcomes.push(outcome));
    const [, options] = fetches.mock.calls[0] ?? [];
    return { clock, outcomes, takeBack, options };
  }

  const failing = (problem: unknown) => (): Promise<Response> => Promise.reject(problem as Error);

  test.each<[what: string, problem: unknown, message: string]>([
    ['a code', { code: 'ECONNRESET' }, 'the connection was cut (ECONNRESET)'],
    [
      'the code of its cause',
      { code: 'X', cause: { code: 'ENOTFOUND' } },
      'no machine has the name of its host (ENOTFOUND)',
    ],
    ['the cause of its cause', { cause: { cause: { code: 'EPIPE' } } }, 'the connection was cut (EPIPE)'],
    ['a code of the parser', { code: 'HPE_INVALID_CONSTANT' }, 'what it answers is no HTTP (HPE_INVALID_CONSTANT)'],
    ['a code that ends like one of the parser', { code: 'X_HPE_' }, 'X_HPE_'],
    ['a code that nobody knows', { code: 'ESOMETHING' }, 'ESOMETHING'],
    ['a code that is no code', { code: 'the host a.example' }, 'the request cannot be sent like this'],
    ['a code that is no text', { code: 5 }, 'the request cannot be sent like this'],
    ['no code', new TypeError('a header with a secret'), 'the request cannot be sent like this'],
  ])('the reason is that of %s, never its message', async (_, problem, message) => {
    const { clock, outcomes } = fetching(failing(problem));
    await clock.run(() => outcomes.length > 0, 1_000);
    expect(outcomes).toEqual([{ problem: 'connection', message }]);
    expect([clock.now(), clock.held]).toEqual([0, false]);
  });

  test('a request that is taken back is cut off, and the clock goes on', async () => {
    let answer: (response: Response) => void = () => undefined;
    const { clock, outcomes, takeBack, options } = fetching(() => new Promise((resolve) => (answer = resolve)));
    expect([clock.held, options?.signal?.aborted]).toEqual([true, false]);
    takeBack();
    expect([clock.held, options?.signal?.aborted]).toEqual([false, true]);
    answer(new Response('late'));
    await new Promise((resolve) => setImmediate(resolve));
    clock.runNow();
    expect(outcomes).toEqual([]);
  });

  test('a character that two pieces of the answer share is read whole', async () => {
    const bytes = Buffer.from('"é"');
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of [bytes.subarray(0, 2), bytes.subarray(2)]) controller.enqueue(piece);
        controller.close();
      },
    });
    const { clock, outcomes } = fetching(() => Promise.resolve(new Response(body)));
    await clock.run(() => outcomes.length > 0, 1_000);
    expect(outcomes).toMatchObject([{ response: { body: '"é"' } }]);
  });

  test('an answer on its way is taken back, too', async () => {
    const slow = new Response('{}', { headers: { 'server-timing': 'total;dur=5000' } });
    const { clock, outcomes, takeBack } = fetching(() => Promise.resolve(slow));
    await clock.run(() => false, 1_000);
    takeBack();
    clock.runNow();
    expect(outcomes).toEqual([]);
  });

  test.each([
    ['GET', 'x', undefined],
    ['POST', 'x', 'x'],
    ['POST', undefined, undefined],
  ])('a %s with the body %s sends %s', (method, body, sentBody) => {
    const { options, takeBack } = fetching(() => new Promise(() => undefined), {
      method,
      url: request.url,
      headers: {},
      ...(body === undefined ? {} : { body }),
    });
    expect(options?.body).toBe(sentBody);
    takeBack();
  });
});
