import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

test('a result becomes a record with the names of the agent and of the wrap-up code, and the customer', async () => {
  await scene.pair(ids.customer);
  expect(await scene.post(result, key())).toEqual({ status: 202, body: { key: key(), result: 'accepted' } });
  await scene.work();

  expect(await scene.records()).toMatchObject([
    {
      direction: 'INBOUND',
      communicatedAt: '2026-11-21T11:59:00.000Z',
      source: 'Call center',
      channel: 'VOICE',
      domain: 'OTHER',
      customerId: ids.customer,
      customerHandle: '+33142685300',
      interactionId: ids.conversation,
      bankUserId: null,
      bankUserName: 'Ada Lambert',
      purpose: 'Repair agreed',
      title: 'A broken wheel',
      body: '',
      changedAt: null,
    },
  ]);
});

test('the same result twice is one record', async () => {
  await scene.post(result, key());
  expect(await scene.post(result, key())).toEqual({ status: 200, body: { key: key(), result: 'duplicate' } });
  await scene.work();
  await scene.post(result, key());
  await scene.work();

  expect(await scene.records()).toHaveLength(1);
});

test('a call that nobody paired has a record without a customer', async () => {
  await scene.post(result, key());
  await scene.work();

  expect(await scene.records()).toMatchObject([{ customerId: null }]);
});

test('a late pairing corrects the record', async () => {
  await scene.post(result, key());
  await scene.work();
  await scene.pair(ids.customer);
  await scene.work();

  expect(await scene.records()).toMatchObject([{ customerId: ids.customer, changedAt: '2026-11-21T12:00:00.000Z' }]);
});
