import { Client } from 'pg';
import { postgresPositions, type SqlClient } from 'flowcdk/events';
import { feedPositions } from '../src/feeds/feed-positions';
import { NOON, Scene } from './private/scene';
import { testDatabase } from './private/test-database';

jest.setTimeout(60_000);

/** The client of a database, as a program that listens has one. */
async function clientOf(): Promise<{ readonly client: SqlClient; readonly end: () => Promise<void> }> {
  const { place, remove } = await testDatabase();
  if ('url' in place) {
    const client = new Client({ connectionString: place.url });
    await client.connect();
    return {
      client,
      end: async () => {
        await client.end();
        await remove();
      },
    };
  }
  const { PGlite } = await import('@electric-sql/pglite');
  const client = await PGlite.create();
  return { client, end: () => client.close() };
}

test('the position of a listener is kept in PostgreSQL, for each listener by its name', async () => {
  const { client, end } = await clientOf();
  const [wallboard, records] = ['wallboard', 'records'].map((name) => postgresPositions(client, name));
  expect(await wallboard?.load()).toBeUndefined();
  await wallboard?.save({ at: 1, keys: ['a'] });
  await records?.save({ at: 2, keys: [] });
  await wallboard?.save({ at: 3, keys: ['a', "b'"] });

  expect(await postgresPositions(client, 'wallboard').load()).toEqual({ at: 3, keys: ['a', "b'"] });
  expect(await records?.load()).toEqual({ at: 2, keys: [] });
  await end();
});

describe('the position of the feed of the back office', () => {
  const scene = Scene.forTests();
  const positions = (queues?: readonly string[], now = NOON) =>
    feedPositions(scene.office.db, { now: () => new Date(now) }, queues);

  test('goes forward only, because services share it', async () => {
    expect(await positions().load()).toBeUndefined();
    await positions().save({ at: NOON, keys: ['a'] });
    await positions().save({ at: NOON - 1, keys: [] });

    expect(await positions().load()).toEqual({ at: NOON, keys: [] });
  });

  test('is that of its queues, in any order', async () => {
    await positions(['a', 'b']).save({ at: NOON, keys: [] });

    expect(await positions(['b', 'a']).load()).toEqual({ at: NOON, keys: [] });
    expect(await positions(['a']).load()).toBeUndefined();
  });

  test('is a figure: how far the feed is behind', async () => {
    const figure = async () =>
      /^back_office_feed_behind_seconds.*$/m.exec(String((await scene.ask('reader', 'GET', '/metrics')).body))?.[0];
    expect(await figure()).toBeUndefined();
    await positions().save({ at: NOON, keys: [] });
    scene.wait(90_000);

    expect(await figure()).toBe('back_office_feed_behind_seconds{feed="notifications"} 90');
  });

  test('is at most a day back: the reconciliation finds what is older', async () => {
    await positions().save({ at: NOON, keys: [] });
    const day = 24 * 3_600_000;

    expect(await positions(undefined, NOON + 3 * day).load()).toEqual({ at: NOON + 2 * day, keys: [] });
  });
});
