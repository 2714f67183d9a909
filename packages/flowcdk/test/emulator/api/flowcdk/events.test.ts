import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { follow } from '../../../../src/emulator/api/flowcdk/event-stream';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { EventLog } from '../../../../src/emulator/runtime/event-log';
import { localOrg, messageOf } from '../../private/local-org';

const stream = '/flowcdk/events/stream';
const opened: { readonly close: () => Promise<unknown> }[] = [];
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});

/** An org on a socket of its own, and streams of it. */
async function listening(heartbeat?: number) {
  const org = localOrg(heartbeat === undefined ? {} : { heartbeat });
  await org.app.listen({ host: '127.0.0.1', port: 0 });
  opened.push({ close: () => org.app.close() });
  const { port } = org.app.server.address() as AddressInfo;
  const open = (query = '', headers: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const url = `http://127.0.0.1:${port}${stream}${query}`;
      get(url, { headers: { authorization: 'Bearer local', ...headers } }, resolve).on('error', reject);
    });
  /** Something happens: somebody dials a number nobody has. */
  const happens = (...numbers: readonly string[]): void => {
    for (const to of numbers) org.runtime.log.add('call.refused', { conversationId: `to ${to}` }, { to, reason: 'x' });
  };
  return { org, open, happens };
}

/** Reads until a text has come. */
async function until(answer: IncomingMessage, part: string): Promise<string> {
  let text = '';
  answer.setEncoding('utf8');
  while (!text.includes(part)) {
    const chunk = answer.read() as string | null;
    if (chunk === null) await once(answer, 'readable');
    else text += chunk;
  }
  return text;
}

const numbersIn = (text: string): readonly string[] => [...text.matchAll(/"to":"(\w+)"/g)].map(([, to]) => to ?? '');

test('those who follow get what happened, then what happens, each with its number', async () => {
  const { open, happens } = await listening();
  happens('one', 'two');
  const answer = await open();

  expect(answer.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' });
  expect(await until(answer, 'two')).toContain(
    'id: 1\ndata: {"number":1,"at":1795248000000,"type":"call.refused","conversationId":"to one","to":"one","reason":"x"}\n\nid: 2\n',
  );
  happens('three');
  expect(numbersIn(await until(answer, 'three'))).toEqual(['three']);
});

test.each<[string, string, Readonly<Record<string, string>>, readonly string[]]>([
  ['after a number', '?since=2', {}, ['three']],
  ['after the last one they got', '?since=0', { 'last-event-id': '1' }, ['two', 'three']],
  ['from the beginning where the org began anew since', '?since=900', {}, ['one', 'two', 'three']],
  ['of one conversation', '?conversationId=to%20three', {}, ['three']],
])('they go on %s', async (_, query, headers, expected) => {
  const { open, happens } = await listening();
  happens('one', 'two', 'three');

  expect(numbersIn(await until(await open(query, headers), 'three'))).toEqual(expected);
});

test('it ends with the event that was asked for', async () => {
  const { org, open, happens } = await listening();
  happens('one');
  const answer = await open('?until=call.ended');
  const ended = once(answer, 'end');
  org.runtime.log.add('call.ended', {}, { by: 'caller', reason: 'ENDPOINT' });
  happens('two');

  expect(numbersIn(await until(answer, 'call.ended'))).toEqual(['one']);
  answer.resume();
  await ended;
});

test('it ends when the org begins anew, and with the server', async () => {
  const { org, open } = await listening();
  const ended = (answer: IncomingMessage): Promise<void> =>
    new Promise((resolve) => {
      answer.resume().on('close', resolve);
      // A server that ends cuts its connections.
      answer.on('error', () => undefined);
    });
  const streams = [ended(await open()), ended(await open())];
  await org.post('/flowcdk/reset');
  await Promise.all(streams);

  const last = ended(await open());
  await org.app.close();
  await last;
});

test('who hears nothing for a while is told that the org is still there', async () => {
  const { open } = await listening(5);

  expect(await until(await open(), ':')).toContain(': still here\n\n');
});

test.each([
  ['since=yesterday', "since is 'yesterday'; expected the number of an event"],
  ['until=evening', "until is 'evening'; expected one of call.ended, agent.wrappedUp, flow.ended"],
])('%s is refused', async (query, message) => {
  const answer = await localOrg().get(`${stream}?${query}`);

  expect([answer.status, messageOf(answer)]).toEqual([400, message]);
});

describe('a reader who is slow', () => {
  /** A log that keeps few events, and a reader who takes one at a time. */
  function slow(keep: number) {
    const log = new EventLog({ clock: new VirtualClock(0), keep });
    const read: string[] = [];
    let ready = (): void => undefined;
    const stop = follow(
      { log, since: 0, wants: () => true, over: new AbortController().signal },
      {
        write: (text) => {
          read.push(text);
          return false;
        },
        onReady: (run) => (ready = run),
        end: () => undefined,
      },
    );
    const happens = (times: number): void => {
      for (let i = 0; i < times; i += 1) log.add('call.refused', {}, { to: 'x', reason: 'x' });
    };
    const ids = (): readonly string[] => read.map((text) => /^id: \d+|^:.*/.exec(text)?.[0] ?? '');
    return { happens, ids, ready: () => ready(), stop };
  }

  test('gets nothing before they are ready for it, and then what comes next', () => {
    const { happens, ids, ready } = slow(10);
    happens(3);

    expect(ids()).toEqual(['id: 1']);
    ready();
    expect(ids()).toEqual(['id: 1', 'id: 2']);
  });

  test('is told how much they missed: nothing is kept for them alone', () => {
    const { happens, ids, ready } = slow(10);
    happens(1000);
    ready();
    ready();

    expect(ids()).toEqual(['id: 1', ': 989 events are no longer kept', 'id: 991']);
  });

  test('gets nothing once they are gone', () => {
    const { happens, ids, ready, stop } = slow(10);
    stop();
    happens(3);
    ready();

    expect(ids()).toEqual([]);
  });
});
