import { eraseBefore, eraseCustomer } from '../src/erasure/erasure';
import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

const everything = async () => {
  const { db } = scene.office;
  const tables = ['result', 'work', 'pairing', 'replaced_pairing', 'communication_record'] as const;
  return JSON.stringify(await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute())));
};

test('nothing of an erased customer is left, and the same result makes no new record', async () => {
  await scene.pair(ids.otherCustomer);
  await scene.pair(ids.customer);
  await scene.post(result, key());
  await scene.work();
  expect(await eraseCustomer(scene.office.db, ids.customer)).toEqual({ results: 1, pairings: 1, records: 1 });

  const left = await everything();
  for (const personal of [ids.customer, ids.otherCustomer, '+33142685300', 'A broken wheel'])
    expect(left).not.toContain(personal);
  expect(await scene.post(result, key())).toMatchObject({ status: 200 });
  await scene.work();
  expect(await scene.records()).toEqual([]);
});

test('what is older than the retention loses caller, subject and pairing; the record stays', async () => {
  await scene.pair(ids.customer);
  await scene.post(result, key());
  await scene.work();
  scene.wait(1000);
  await eraseBefore(scene.office.db, new Date('2026-11-21T12:00:01Z'));

  const rows = await scene.office.db.selectFrom('result').select('body').execute();
  expect(rows).toEqual([{ body: '{}' }]);
  expect(await scene.office.db.selectFrom('pairing').selectAll().execute()).toEqual([]);
  expect(await scene.records()).toMatchObject([{ customerId: ids.customer }]);
});

test('what is still to be done is not erased by its age', async () => {
  await scene.post(result, key());
  await eraseBefore(scene.office.db, new Date('2027-01-01T00:00:00Z'));
  await scene.work();

  expect(await scene.records()).toHaveLength(1);
});
