import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flowcdk } from './private/run';

// A limit is real time, and a busy machine may take its time to load everything.
jest.setTimeout(120_000);

const QUEUED = { type: 'queue.entered', queue: 'Orders', queueId: 'q', priority: 0, position: 1 };
const GREETED = { type: 'audio.started', text: 'Hello.', kind: 'speech', milliseconds: 1000 };
const ASKED = { type: 'input.awaited', atMost: 5000 };
const OVER = { type: 'call.ended', by: 'caller', reason: 'client' };

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  if (server?.listening) await once(server, 'close');
});

/** An org in which a call waits in a queue until the caller hangs up. It says what it was asked. */
async function orgWithoutAgents({ hangUp = 200, plan = 200 } = {}): Promise<{
  url: string;
  requests: readonly string[];
}> {
  const requests: string[] = [];
  const events: object[] = [];
  const happens = (...all: readonly object[]): void => {
    for (const event of all) events.push({ number: events.length + 1, at: 1000, conversationId: 'c-1', ...event });
  };
  server = createServer((request, reply) => {
    const { method = '', url = '' } = request;
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const path = url.split('?')[0] ?? '';
      if (method !== 'GET') requests.push(`${method} ${path} ${body}`);
      if (path === '/flowcdk/calls') happens(GREETED, ASKED, QUEUED);
      if (path.endsWith('/hangup') && hangUp === 200) happens(OVER);
      const since = Number(new URL(url, 'http://org').searchParams.get('since') ?? 0);
      const answer = path === '/flowcdk/calls' ? { id: 'c-1' } : { entities: events.slice(since) };
      const status = path.endsWith('/hangup') ? hangUp : path.endsWith('/agents') ? plan : 200;
      reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

const call = (url: string, ...more: readonly string[]) =>
  flowcdk(['call', '--org', url, '--to', '+442079460101', '--press', '1', ...more]);

describe('a call to a running org on which nobody answers', () => {
  test('is told as it happens, ends at the limit, and says what to do', async () => {
    const { url, requests } = await orgWithoutAgents();
    const { code, out, err } = await call(url, '--limit', '3s');

    expect(code).toBe(1);
    expect(out).toMatch(
      /^“Hello\.”\n {2}\(your keys\? 5 s\)\n {2}\(you wait in the queue Orders\)\n {2}\(you hang up\)\n\n/,
    );
    expect(err).toBe(
      'flowcdk call: the call was not over after 3 s, so the caller hung up (--limit).\n' +
        'Nobody answers in the queue Orders: no agent of it is on queue. Let one answer with --answered-after 20, or put an agent on queue: PUT /flowcdk/agents/{userId} {"onQueue": true}.\n',
    );
    expect(requests).toEqual([
      'POST /flowcdk/calls {"from":"+33142685300","to":"+442079460101"}',
      'POST /flowcdk/calls/c-1/press {"digits":"1"}',
      'POST /flowcdk/calls/c-1/hangup {}',
    ]);
  });

  test('is told to programs at its end, and nothing else', async () => {
    const { url } = await orgWithoutAgents();
    const { code, out } = await call(url, '--limit', '3s', '--json');

    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ conversationId: 'c-1', events: [GREETED, ASKED, QUEUED, OVER] });
  });

  test('may have an agent who answers', async () => {
    const { url, requests } = await orgWithoutAgents();
    await call(url, '--answered-after', '3', '--hangup-after', '0');

    expect(requests).toContain('PUT /flowcdk/calls/c-1/agents {"answersAfter":3000,"talksFor":10000,"wrapsUpIn":2000}');
  });

  test('may have an agent who chooses a wrap-up code', async () => {
    const { url, requests } = await orgWithoutAgents();
    await call(url, '--answered-after', '3', '--wrap-up', 'Solved', '--hangup-after', '0');

    expect(requests).toContain(
      'PUT /flowcdk/calls/c-1/agents {"answersAfter":3000,"talksFor":10000,"wrapsUpIn":2000,"wrapUp":"Solved"}',
    );
  });

  test('ends for the caller when the org refuses the plan, such as a wrap-up code that nobody has', async () => {
    const { url, requests } = await orgWithoutAgents({ plan: 400 });
    const { code, err } = await call(url, '--answered-after', '3', '--wrap-up', 'Sloved');

    expect(code).toBe(1);
    expect(err).toContain('flowcdk call: PUT /flowcdk/calls/c-1/agents: 400');
    expect(requests.at(-1)).toBe('POST /flowcdk/calls/c-1/hangup {}');
  });

  test('has no wrap-up code without an agent', async () => {
    const { code, err } = await call('http://127.0.0.1:1', '--wrap-up', 'Solved');

    expect(code).toBe(2);
    expect(err).toContain('--wrap-up is for the agent who answers on a running org');
  });

  test('ends with the reason when the org does not let the caller hang up', async () => {
    const { url } = await orgWithoutAgents({ hangUp: 500 });
    const { code, err } = await call(url, '--hangup-after', '0');

    expect(code).toBe(1);
    expect(err).toContain('flowcdk call: POST /flowcdk/calls/c-1/hangup: 500');
  });
});
