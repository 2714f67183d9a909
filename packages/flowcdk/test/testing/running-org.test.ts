import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOKS_BEFORE_ASKING, RemoteCall } from '../../src/testing/running-org';

/** What the endpoints of a running org answer, in turn; what they were asked. */
class RunningOrg {
  readonly requests: string[] = [];
  readonly tokens = new Set<string | undefined>();
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async answering(
    answers: readonly { readonly status?: number; readonly body: unknown }[],
  ): Promise<RunningOrg> {
    const left = [...answers];
    let org: RunningOrg | undefined;
    const server = createServer((request, reply) => {
      let body = '';
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => {
        org?.tokens.add(request.headers.authorization);
        org?.requests.push(`${request.method} ${request.url}${body === '' ? '' : ` ${body}`}`);
        const { status = 200, body: answer } = left.shift() ?? { status: 500, body: {} };
        reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (org = new RunningOrg(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  }

  async end(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

let org: RunningOrg | undefined;
afterEach(async () => {
  await org?.end();
  org = undefined;
});

const answering = async (...answers: readonly { readonly status?: number; readonly body: unknown }[]) =>
  (org = await RunningOrg.answering(answers));

const call = { from: '+33142685300', to: '+442079460101' };

test('the org calls, with a flow and a contact', async () => {
  const { url, requests } = await answering({ status: 201, body: { id: 'c-1' } });

  await RemoteCall.place(url, { ...call, flow: 'reminder', contact: { FirstName: 'Ada' } });

  expect(requests).toEqual([
    `POST /flowcdk/calls ${JSON.stringify({ ...call, flow: 'reminder', contact: { FirstName: 'Ada' } })}`,
  ]);
});

test('a call is placed, steered, and followed to its end', async () => {
  const { url, requests } = await answering(
    { status: 201, body: { id: 'c-1' } },
    { body: { entities: [{ number: 7, type: 'input.awaited' }] } },
    { body: {} },
    { body: { entities: [{ number: 9, type: 'call.ended' }] } },
  );
  const placed = await RemoteCall.place(`${url}/`, call);
  const seen: string[] = [];
  await placed.follow(async ({ type }) => {
    seen.push(type);
    if (type === 'input.awaited') await placed.press('1');
  });

  expect(seen).toEqual(['input.awaited', 'call.ended']);
  expect(requests).toEqual([
    `POST /flowcdk/calls ${JSON.stringify(call)}`,
    'GET /flowcdk/events?since=0&conversationId=c-1',
    'POST /flowcdk/calls/c-1/press {"digits":"1"}',
    'GET /flowcdk/events?since=7&conversationId=c-1',
  ]);
});

test('hanging up is asked for', async () => {
  const { url, requests } = await answering({ status: 201, body: { id: 'c-1' } }, { body: {} });
  await (await RemoteCall.place(url, call)).hangUp();

  expect(requests[1]).toBe('POST /flowcdk/calls/c-1/hangup {}');
});

test.each([
  ['the token of the org', 'sesame', 'Bearer sesame'],
  ['any token where none is given', undefined, 'Bearer local'],
])('every request brings %s', async (_, token, header) => {
  const { url, tokens } = await answering(
    { status: 201, body: { id: 'c-1' } },
    { body: {} },
    { body: { entities: [{ number: 9, type: 'call.ended' }] } },
  );
  const placed = await RemoteCall.place(url, call, token);
  await placed.press('1');
  await placed.follow(() => undefined);

  expect([...tokens]).toEqual([header]);
});

test('a call that is gone, for the org began anew, is followed no longer', async () => {
  const nothing = { body: { entities: [] } };
  const { url, requests } = await answering(
    { status: 201, body: { id: 'c-1' } },
    ...Array.from({ length: LOOKS_BEFORE_ASKING + 1 }, () => nothing),
    { status: 404, body: { message: 'There is no call c-1.' } },
  );
  const placed = await RemoteCall.place(url, call, undefined, 0);

  await expect(placed.follow(() => undefined)).rejects.toThrow('There is no call c-1.');
  expect(requests.at(-1)).toBe('GET /flowcdk/calls/c-1');
});

test.each([
  [
    'what the org says, where it refuses, and where to call',
    { status: 404, body: { message: 'Nobody answers.' } },
    'POST /flowcdk/calls: 404 Nobody answers.',
    'flowcdk org apply',
  ],
  [
    'where the token belongs that the org wants',
    { status: 401, body: { message: 'Invalid login credentials.' } },
    'POST /flowcdk/calls: 401 Invalid login credentials.',
    'FLOWCDK_ORG_TOKEN',
  ],
  ['that there is no id', { body: {} }, 'placed the call and did not say its id', 'flowcdk org'],
  ['that something else answers there', { status: 404, body: 'a page' }, '/flowcdk/calls: 404', 'flowcdk org'],
])('a problem tells %s', async (_, answer, message, help) => {
  const { url } = await answering(answer);

  await expect(RemoteCall.place(url, call)).rejects.toMatchObject({
    message: expect.stringContaining(message),
    help: expect.stringContaining(help),
  });
});

test('a problem tells that no org is there', async () => {
  const { url } = await answering();
  await org?.end();
  org = undefined;

  await expect(RemoteCall.place(url, call)).rejects.toThrow(`no org answers at ${url}: `);
});
