import { KeyRing } from '../src/keys/key-ring';
import { roles } from '../src/keys/roles';
import { ids, NOON, result, Scene } from './private/scene';

const scene = Scene.forTests();

/** Every endpoint that needs a key, and whose key it may be. */
const endpoints: readonly (readonly ['GET' | 'POST', string, object | undefined, readonly string[]])[] = [
  [
    'POST',
    '/customers/supportInteraction',
    { customerId: ids.customer, interactionId: ids.conversation },
    ['front-end'],
  ],
  ['GET', `/customers/supportInteraction/${ids.conversation}`, undefined, ['front-end', 'reader']],
  ['POST', '/customers/supportResult', result, ['genesys']],
  ['POST', '/feeds/event-bridge', {}, ['event-bridge']],
  ['GET', '/parked', undefined, ['reader']],
  ['POST', '/parked/retry', { key: 'k' }, ['reader']],
  ['POST', '/parked/discard', { key: 'k' }, ['reader']],
  ['GET', '/reports/quality', undefined, ['reader']],
  ['GET', '/metrics', undefined, ['reader']],
  ['POST', '/communicationRecords', {}, ['history']],
  ['GET', '/communicationRecords', undefined, ['reader', 'history']],
  ['GET', '/communicationRecords/r', undefined, ['reader', 'history']],
];

test.each(endpoints)('%s %s is for those who need it alone', async (method, path, body, allowed) => {
  const { keys, server } = scene.office;
  const statusWith = async (authorization?: string): Promise<number> => {
    const headers = authorization === undefined ? {} : { authorization };
    return (await server.inject({ method, url: path, headers, ...(body ? { payload: body } : {}) })).statusCode;
  };
  expect([await statusWith(), await statusWith('Bearer wrong')]).toEqual([401, 401]);
  for (const role of roles) {
    const status = await statusWith(`Bearer ${await keys.add(role, 'test')}`);
    expect([role, status === 403]).toEqual([role, !allowed.includes(role)]);
  }
});

test('the password of Basic is the key: a data action signs in with a user name and a password', async () => {
  const key = await scene.office.keys.add('genesys', 'test');
  const authorization = `Basic ${Buffer.from(`flowcdk:${key}`).toString('base64')}`;

  expect(await scene.ask('nobody', 'POST', '/customers/supportResult', result, { authorization })).toMatchObject({
    status: 202,
  });
});

test('a revoked key is no key, and no table has one', async () => {
  const { keys, db } = scene.office;
  const key = await keys.add('reader', 'to be revoked');
  const entry = (await keys.list()).find(({ name }) => name === 'to be revoked');
  await keys.revoke(entry?.id ?? '');

  expect(await keys.holderOf(key)).toBeUndefined();
  expect(JSON.stringify(await db.selectFrom('api_key').selectAll().execute())).not.toContain(key);
});

test('another process takes a revoked key for two seconds at most', async () => {
  const { keys, db } = scene.office;
  const key = await keys.add('reader', 'to be revoked');
  const entry = (await keys.list()).find(({ name }) => name === 'to be revoked');
  expect(await scene.ask('nobody', 'GET', '/parked', undefined, { authorization: `Bearer ${key}` })).toMatchObject({
    status: 200,
  });
  await new KeyRing(db, { now: () => new Date(NOON) }).revoke(entry?.id ?? '');

  scene.wait(2_000);
  expect(await scene.ask('nobody', 'GET', '/parked', undefined, { authorization: `Bearer ${key}` })).toMatchObject({
    status: 401,
  });
});

test.each(['/health', '/ready', '/docs/json'])('%s needs no key', async (path) => {
  expect(await scene.ask('nobody', 'GET', path)).toMatchObject({ status: 200 });
});
