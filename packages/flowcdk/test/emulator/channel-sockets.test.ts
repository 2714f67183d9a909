import { once } from 'node:events';
import { connect } from 'node:net';
import { type RawData, WebSocket } from 'ws';
import { type OrgOverHttp, orgOverHttp } from '../private/org-over-http';

let org: OrgOverHttp;
beforeAll(async () => (org = await orgOverHttp()));
afterAll(() => org.stop());

const newChannel = () =>
  org.send<{ readonly id: string; readonly connectUri: string }>('POST', '/api/v2/notifications/channels', {});

async function open(uri: string): Promise<WebSocket> {
  const socket = new WebSocket(uri);
  await once(socket, 'open');
  return socket;
}

/** The next frame of a socket. */
async function frame(socket: WebSocket): Promise<Record<string, unknown>> {
  const [data] = (await once(socket, 'message')) as [RawData];
  return JSON.parse((data as Buffer).toString('utf8')) as Record<string, unknown>;
}

/** The first line of the answer to an upgrade. */
async function upgrade(path: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const socket = connect(org.port, '127.0.0.1');
  const all = {
    host: `127.0.0.1:${org.port}`,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  const [data] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return data.toString('utf8').split('\r\n')[0] ?? '';
}

test('a socket opens at the address of its channel, without a token', async () => {
  const { connectUri } = await newChannel();
  expect(connectUri).toMatch(new RegExp(`^ws://127\\.0\\.0\\.1:${org.port}/channels/streaming-`));
  const socket = await open(connectUri);
  socket.send('{"message":"ping"}');
  expect(await frame(socket)).toMatchObject({ topicName: 'channel.metadata', eventBody: { message: 'pong' } });
  socket.terminate();
});

test('the second socket of a channel ends the first', async () => {
  const { connectUri } = await newChannel();
  const first = await open(connectUri);
  const closing = once(first, 'close') as Promise<[number, Buffer]>;
  const second = await open(connectUri);
  const [code, reason] = await closing;
  expect([code, reason.toString('utf8')]).toEqual([1001, 'another socket took this channel']);
  second.send('{"message":"ping"}');
  expect(await frame(second)).toMatchObject({ eventBody: { message: 'pong' } });
  second.terminate();
});

test.each([
  ['/channels/streaming-0-nobody', {}, 'HTTP/1.1 404 Not Found'],
  ['/channels', {}, 'HTTP/1.1 404 Not Found'],
  ['/somewhere', {}, 'HTTP/1.1 404 Not Found'],
  ['/channels/streaming-0-nobody', { host: 'elsewhere.example' }, 'HTTP/1.1 403 Forbidden'],
  ['/channels/streaming-0-nobody', { origin: 'https://elsewhere.example' }, 'HTTP/1.1 403 Forbidden'],
])('a socket to %s with %j is refused: %s', async (path, headers, answer) => {
  expect(await upgrade(path, headers)).toBe(answer);
});

test('a message of more than a quarter of a megabyte ends the socket', async () => {
  const socket = await open((await newChannel()).connectUri);
  const closing = once(socket, 'close');
  socket.send('x'.repeat(256 * 1024 + 1));

  expect((await closing)[0]).toBe(1009);
});

test('a socket that is cut comes to an end without a closing frame', async () => {
  const { id, connectUri } = await newChannel();
  const socket = await open(connectUri);
  const closing = once(socket, 'close');
  await org.send('POST', '/flowcdk/notification-faults', { fault: 'cut', channelId: id });

  expect((await closing)[0]).toBe(1006);
});
