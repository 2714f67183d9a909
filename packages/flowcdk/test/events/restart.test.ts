import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { minutes, seconds } from '../../src/architect/types';
import {
  conversationAcw,
  conversationCustomerEnd,
  fileDeadLetters,
  filePositions,
  type Heard,
  listen,
  type ListenOptions,
  on,
  queueConversations,
  type TopicsChange,
  userPresence,
} from '../../src/events';
import { notificationsOf } from '../../src/emulator/notifications/notifications';
import type { LocalOrg } from '../../src/testing';
import { AGENTS, callTo, lineToSupport, supportOf } from './private/line';

const folder = mkdtempSync(join(tmpdir(), 'listener-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** A program that listens, keeps its position and its dead letters in files, and can be started again. */
function program(org: LocalOrg, handle: (heard: Heard) => void) {
  const name = join(folder, String((files += 1)));
  const [position, letters] = [`${name}.position.json`, `${name}.letters.jsonl`];
  const stores = { positions: filePositions(position), deadLetters: fileDeadLetters(letters) };
  return {
    position,
    letters,
    start: (conversationId: string, options: Partial<ListenOptions> = {}) =>
      listen([on(conversationCustomerEnd, conversationId), on(conversationAcw, conversationId)], handle, {
        ...org.forListener,
        ...stores,
        retries: 0,
        ...options,
      }),
  };
}

const heardWithKey = (key: string): Heard => ({
  topicName: 'v2.users.1.presence',
  topic: 'v2.users.{id}.presence',
  id: '1',
  event: {},
  at: 0,
  from: 'socket',
  key,
});

/** Lets what waits for files go on. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 10_000 && !isSo(); turn += 1) await new Promise(setImmediate);
}

test('a program that starts again goes on where it stopped: nothing is lost, nothing comes twice', async () => {
  const org = await lineToSupport();
  const heard: Heard[] = [];
  const { start, position } = program(org, (event) => void heard.push(event));
  const { conversationId } = callTo(org);
  const first = await start(conversationId);
  // The caller's part is over at 1:20, the agent's after-call work at 6:20.
  await org.waits(seconds(85));
  await first.stop();
  expect(heard.map(({ topic }) => topic)).toEqual([conversationCustomerEnd.name]);
  expect(JSON.parse(readFileSync(position, 'utf8'))).toMatchObject({ keys: [heard[0]?.key] });

  await org.waits(minutes(30));
  const second = await start(conversationId, { analyticsLag: 0 });
  await org.waits(seconds(1));
  await second.stop();
  expect(heard.map(({ topic, from }) => [topic, from])).toEqual([
    [conversationCustomerEnd.name, 'socket'],
    [conversationAcw.name, 'refill'],
  ]);
});

test('events that the handler refused wait in a file, and a program that starts again takes them', async () => {
  const org = await lineToSupport();
  const handled: string[] = [];
  let isBroken = true;
  const { start, letters } = program(org, ({ topic }) => {
    if (isBroken) throw new Error('no database');
    handled.push(topic);
  });
  const { conversationId } = callTo(org);
  const first = await start(conversationId);
  await org.waits(minutes(10));
  await until(() => first.metrics.deadLetters === 2);
  await first.stop();
  const lines = readFileSync(letters, 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { problem: 'no database', heard: { topic: conversationCustomerEnd.name } },
    { problem: 'no database', heard: { topic: conversationAcw.name } },
  ]);

  isBroken = false;
  const second = await start(conversationId);
  expect(await second.redrive()).toEqual({ handled: 2, failed: 0 });
  expect(await second.redrive()).toEqual({ handled: 0, failed: 0 });
  await second.stop();
  expect(handled).toEqual([conversationCustomerEnd.name, conversationAcw.name]);
});

test('a redrive that a crash interrupts finds the events in the file again', async () => {
  const org = await lineToSupport();
  const letters = join(folder, 'interrupted.jsonl');
  const letter = (key: string) => ({ heard: heardWithKey(key), problem: 'no database', at: 1 });
  const before = fileDeadLetters(letters);
  await before.add(letter('a'));
  // The process dies before it says that the events were handled.
  expect(await before.takeAll()).toHaveLength(1);

  const handled: string[] = [];
  const deadLetters = fileDeadLetters(letters);
  await deadLetters.add(letter('b'));
  const listener = await listen(['v2.users.1.presence'], ({ key }) => void handled.push(key), {
    ...org.forListener,
    deadLetters,
  });
  expect(await listener.redrive()).toEqual({ handled: 2, failed: 0 });
  expect(await listener.redrive()).toEqual({ handled: 0, failed: 0 });
  await listener.stop();
  expect(handled).toEqual(['a', 'b']);
});

test('a line of the file that is no dead letter is named, and the others wait', async () => {
  const letters = join(folder, 'torn.jsonl');
  writeFileSync(letters, '{"heard":{}}\n{"hea');

  await expect(fileDeadLetters(letters).takeAll()).rejects.toThrow(`${letters}, line 2: this is no dead letter.`);
  expect(readFileSync(letters, 'utf8')).toBe('{"heard":{}}\n{"hea');
});

test('a program that ends before analytics show a gap has what the gap swallowed after its next start', async () => {
  const org = await lineToSupport({ settings: { ...AGENTS, analyticsDelay: minutes(3) } });
  const heard: Heard[] = [];
  const { start } = program(org, (event) => void heard.push(event));
  const { conversationId } = callTo(org);
  const first = await start(conversationId);
  await org.waits(seconds(70));
  notificationsOf(org.runtime).faults = { throttled: 5 };
  org.strikeSockets('cut');
  // The caller's part is over at 1:20.
  await org.waits(seconds(60));
  // The socket is mended and the call is over, but analytics do not show it yet.
  expect([first.status.state, heard.length]).toEqual(['live', 0]);
  await first.stop();
  const second = await start(conversationId);
  await org.waits(minutes(10));
  await second.stop();

  expect(heard.map(({ topic }) => topic).sort()).toEqual([conversationAcw.name, conversationCustomerEnd.name].sort());
});

test('a file that holds no position is named', async () => {
  const org = await lineToSupport();
  const { start, position } = program(org, () => undefined);
  writeFileSync(position, '{"at":"yesterday"}');

  await expect(start('1')).rejects.toThrow(`${position} holds no position of a listener.`);
});

test('a queue that appears is heard, also what happened before the list showed it', async () => {
  const org = await lineToSupport();
  const heard: string[] = [];
  const listener = await listen([on(queueConversations, '*')], ({ id }) => void heard.push(id), {
    ...org.forListener,
    relistEvery: 60_000,
    analyticsLag: 0,
  });
  const before = listener.topics;
  const body = JSON.stringify({ name: 'Invoices' });
  const { id } = (await (await org.fetch('/api/v2/routing/queues', { method: 'POST', body })).json()) as { id: string };
  expect(listener.topics).toEqual(before);
  await org.waits(seconds(61));
  expect(listener.topics).toEqual([...before, `v2.routing.queues.${id}.conversations`]);

  await org.fetch(`/api/v2/routing/queues/${id}`, { method: 'DELETE' });
  await org.waits(seconds(61));
  expect(listener.topics).toEqual(before);
  callTo(org);
  await org.waits(seconds(10));
  await listener.stop();
  expect(new Set(heard)).toEqual(new Set([supportOf(org)]));
});

test('a user who appears is heard', async () => {
  const org = await lineToSupport();
  const heard: Heard[] = [];
  const changes: TopicsChange[] = [];
  const listener = await listen([on(userPresence, '*')], (event) => void heard.push(event), {
    ...org.forListener,
    relistEvery: 60_000,
    onTopics: (change) => void changes.push(change),
  });
  const before = listener.topics;
  const body = JSON.stringify({ name: 'Grace', email: 'grace@local.example' });
  const { id } = (await (await org.fetch('/api/v2/users', { method: 'POST', body })).json()) as { id: string };
  await org.waits(seconds(61));
  expect(listener.topics).toEqual([...before, `v2.users.${id}.presence`]);
  expect(changes).toEqual([
    { added: before, removed: [] },
    { added: [`v2.users.${id}.presence`], removed: [] },
  ]);

  const presence = JSON.stringify({ presenceDefinition: { systemPresence: 'Meal' } });
  await org.fetch(`/api/v2/users/${id}/presences/purecloud`, { method: 'PATCH', body: presence });
  await org.waits(seconds(1));
  await listener.stop();
  expect(heard.at(-1)).toMatchObject({ id, event: { presenceDefinition: { systemPresence: 'Meal' } } });
});

test('a listener to every queue of an org without queues is live, and hears the first one', async () => {
  const org = await lineToSupport();
  let isEmpty = true;
  const { fetch } = org.forListener;
  const states: string[] = [];
  const listener = await listen([on(queueConversations, '*')], () => undefined, {
    ...org.forListener,
    fetch: (url, request) =>
      isEmpty && url.includes('/routing/queues?')
        ? Promise.resolve(Response.json({ entities: [] }))
        : fetch(url, request),
    relistEvery: 60_000,
    onStatus: ({ state, why }) => states.push(`${state}: ${why}`),
  });
  expect(listener.status.state).toBe('live');
  expect(listener.topics).toEqual([]);
  isEmpty = false;
  await org.waits(seconds(61));
  expect(listener.topics).toEqual([`v2.routing.queues.${supportOf(org)}.conversations`]);
  await listener.stop();

  expect(states).toEqual(['live: there is no queue or user to listen to yet', 'stopped: stopped']);
});

test('every topic that is wrong is named at once', async () => {
  const org = await lineToSupport();
  const topics = ['v2.users.1.mood', 'v2.detail.events.conversation.*.acw', 'v2.moods'];

  await expect(listen(topics, () => undefined, org.forListener)).rejects.toThrow(
    "v2.users.1.mood: Flowcdk knows no such topic\nv2.detail.events.conversation.{id}.acw: '*' stands for every queue or every user; this topic needs an id\nv2.moods: Flowcdk knows no such topic",
  );
});

test('a listener that is stopped while it starts ends its start', async () => {
  const org = await lineToSupport();
  const stopping = new AbortController();
  const down = () => Promise.reject(new Error('no connection'));
  const starting = listen(['v2.users.1.presence'], () => undefined, {
    ...org.forListener,
    fetch: down,
    signal: stopping.signal,
  });
  await new Promise(setImmediate);
  stopping.abort();

  await expect(starting).rejects.toThrow('This operation was aborted');
});
