import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../src/database/database';
import { Gateway } from '../src/gateway/gateway';
import { later } from '../src/ground/clock';
import { HistoryClient } from '../src/history/history-client';
import { Inbox } from '../src/inbox/inbox';
import { Pairings } from '../src/pairing/pairings';
import { Worker } from '../src/worker/worker';
import { type Communications, countingHistory } from './private/counting-history';
import { Genesys, NOON, result } from './private/scene';
import { testDatabase } from './private/test-database';

// Two instances share the work of one database: each with its own connections to PostgreSQL where the tests run on one
// (npm run test:back-office), else both with the one of PGlite.

jest.setTimeout(300_000);

const MINUTE = 60_000;
const noon = new Date(NOON);

/** What an instance has of the database, and how far its clock is ahead. */
class Instance {
  ahead = 0;
  readonly inbox: Inbox;
  readonly worker: Worker;

  constructor(readonly db: Database) {
    const clock = { now: () => later(noon, passed + this.ahead) };
    const genesys = new Genesys();
    const settings = { api: 'https://api.example', login: 'https://login.example', clientId: 'i', clientSecret: 's' };
    this.inbox = new Inbox(db, clock);
    this.worker = new Worker(
      {
        inbox: this.inbox,
        pairings: new Pairings(db, clock, this.inbox, 'correct'),
        gateway: new Gateway(settings, clock, genesys.fetch),
        history: new HistoryClient({ url: 'https://history.example', key: 'key' }, clock, (url, init) =>
          history.fetch(url, init),
        ),
        clock,
      },
      {
        retry: { first: 5_000, most: MINUTE, parkAfter: 60 * MINUTE },
        pairingWait: 0,
        agentWait: 0,
        leaseTime: MINUTE,
        batch: 20,
      },
    );
  }

  async worksUntilNothingIsDue(): Promise<number> {
    let done = 0;
    for (let count = 1; count > 0; done += count) count = await this.worker.work();
    return done;
  }
}

/** Milliseconds since noon. */
let passed = 0;
let history: Communications = countingHistory();
let [first, second]: Instance[] = [];
/** Whether it is PostgreSQL. */
let isServer = false;
let remove = (): Promise<void> => Promise.resolve();

beforeAll(async () => {
  const database = await testDatabase();
  remove = database.remove;
  isServer = 'url' in database.place;
  // Both start at once, and both would make the tables.
  const places = isServer ? [database.place, database.place] : [database.place];
  const [db, other] = await Promise.all(places.map((place) => openDatabase(place)));
  if (!db) throw new Error('The database is not open.');
  first = new Instance(db);
  second = new Instance(other ?? db);
});

beforeEach(async () => {
  for (const table of ['result', 'work'] as const) await first?.db.deleteFrom(table).execute();
  passed = 0;
  for (const instance of both()) instance.ahead = 0;
  history = countingHistory();
});

afterAll(async () => {
  for (const db of new Set(both().map((instance) => instance.db))) await db.destroy();
  await remove();
});

function both(): readonly [Instance, Instance] {
  if (!first || !second) throw new Error('The database is not open.');
  return [first, second];
}

async function accepted(count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  const instances = both();
  const accept = (id: string, at: number) =>
    instances[at % 2]?.inbox.accept({
      keys: { delivery: keyOf(id), record: keyOf(id) },
      body: { ...result, conversationId: id },
      eventTime: new Date(result.eventTime),
      feed: 'trigger',
    });
  for (let at = 0; at < count; at += 50) await Promise.all(ids.slice(at, at + 50).map(accept));
  return ids;
}

const keyOf = (id = ''): string => `${id}/p/s`;

test('they share the work, and each result is posted to the history once', async () => {
  const ids = await accepted(400);
  const done = await Promise.all(both().map((instance) => instance.worksUntilNothingIsDue()));

  expect(done.filter((count) => count === 0)).toEqual([]);
  expect(done.reduce((sum, count) => sum + count, 0)).toBe(400);
  expect(history.posts.size).toBe(ids.length);
  expect([...history.posts.values()].filter((times) => times !== 1)).toEqual([]);
});

test('ten workers at one batch get different work', async () => {
  await accepted(50);
  const lease = { time: MINUTE, most: 5 };
  const batches = await Promise.all(
    Array.from({ length: 10 }, (_, i) => both()[i % 2]?.inbox.claim({ by: `worker ${i}`, ...lease }) ?? []),
  );

  expect(batches.map((batch) => batch.length)).toEqual(Array.from({ length: 10 }, () => 5));
  expect(new Set(batches.flat().map(({ record_key }) => record_key)).size).toBe(50);
});

describe('the clock of one is five minutes ahead: it takes work over that the other still has', () => {
  test('the history gets one record, and the one who lost the lease settles nothing', async () => {
    const [slow, ahead] = both();
    const [id] = await accepted(1);
    ahead.ahead = 5 * MINUTE;
    const held = history.holdsNext();
    const working = slow.worker.work();
    await held.arrival;
    expect(await ahead.worker.work()).toBe(1);
    held.goOn();
    await working;

    expect(history.records.size).toBe(1);
    expect(await slow.db.selectFrom('work').select(['state', 'leased_by', 'record_id']).execute()).toEqual([
      { state: 'done', leased_by: null, record_id: history.records.get(keyOf(id)) },
    ]);
  });

  test('what the one ahead accepted is due for the other when its clock is there', async () => {
    const [behind, ahead] = both();
    ahead.ahead = 5 * MINUTE;
    await accepted(2);
    expect(await behind.worksUntilNothingIsDue()).toBe(1);
    passed = 5 * MINUTE;
    expect(await behind.worksUntilNothingIsDue()).toBe(1);

    expect(history.records.size).toBe(2);
  });
});

test('a backlog of 10,000 becomes 10,000 records when the history is back', async () => {
  const ids = await accepted(10_000);
  history.isDown = true;
  expect(await both()[0].worker.work()).toBe(20);
  expect(history.records.size).toBe(0);
  history.isDown = false;
  passed = MINUTE;
  await Promise.all(both().map((instance) => instance.worksUntilNothingIsDue()));

  expect(new Set(history.records.keys())).toEqual(new Set(ids.map(keyOf)));
  expect(await both()[0].inbox.counts()).toMatchObject({ received: 0, waiting: 0, done: 10_000 });
});

test('a server that ends every connection ends no instance', async () => {
  if (!isServer) return expect(both()[0].db).toBe(both()[1].db);
  const [first, second] = both();
  await accepted(2);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    first.db,
  );
  // A query may still meet one of the ten connections that have ended. The work loop rests then, and goes on.
  for (let connection = 0; connection < 10; connection++) await second.worker.work().catch(() => undefined);
  passed = 2 * MINUTE;
  await second.worksUntilNothingIsDue();

  expect(history.records.size).toBe(2);
});
