import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

const seconds = (count: number): number => count * 1000;

const parked = async () => (await scene.ask('reader', 'GET', '/parked')).body as { entities: { reason: string }[] };

test('a token that is no longer valid is renewed once', async () => {
  await scene.post(result, key('a'));
  await scene.work();
  scene.wait(seconds(3601));
  scene.genesys.next.push(new Response(null, { status: 401 }), new Response(null, { status: 401 }));
  await scene.post(result, key('b'));
  await scene.work();

  expect(await scene.records()).toHaveLength(2);
  expect(scene.genesys.requests.filter((path) => path === '/oauth/token')).toHaveLength(2);
});

test('a broken gateway is asked again after five seconds, ten, twenty', async () => {
  await scene.post(result, key());
  const down = () => scene.genesys.next.push(new Response(null, { status: 503 }));
  for (const wait of [0, 5, 10, 20]) {
    scene.wait(seconds(wait) - 1);
    await scene.work();
    expect(await scene.records()).toEqual([]);
    scene.wait(1);
    if (wait < 20) down();
    await scene.work();
  }

  expect(await scene.records()).toHaveLength(1);
});

test('Retry-After is honoured', async () => {
  await scene.post(result, key());
  scene.genesys.next.push(new Response(null, { status: 429, headers: { 'retry-after': '90' } }));
  await scene.work();
  scene.wait(seconds(89));
  await scene.work();
  expect(await scene.records()).toEqual([]);
  scene.wait(seconds(1));
  await scene.work();

  expect(await scene.records()).toHaveLength(1);
});

test('an unknown agent leaves a remark', async () => {
  scene.genesys.names = { [ids.code]: 'Repair agreed' };
  await scene.post(result, key());
  await scene.work();

  expect(await scene.records()).toMatchObject([{ bankUserName: null, purpose: 'Repair agreed' }]);
  expect(await scene.office.db.selectFrom('work').select('remarks').execute()).toEqual([
    { remarks: `unknown user ${ids.agent}` },
  ]);
});

test('a gateway that is broken for three days parks the result; a person lets it be tried again', async () => {
  await scene.post(result, key());
  scene.wait(seconds(3 * 24 * 3600));
  scene.genesys.next.push(new Response(null, { status: 500 }));
  await scene.work();
  expect((await parked()).entities).toMatchObject([{ reason: 'given up: the token of the gateway: status 500' }]);

  expect(await scene.ask('reader', 'POST', '/parked/retry', { key: key() })).toMatchObject({ status: 204 });
  await scene.work();
  expect(await scene.records()).toHaveLength(1);
  expect((await parked()).entities).toEqual([]);
});

test('a wrong client secret is waited for: people put it right', async () => {
  await scene.post(result, key());
  scene.genesys.next.push(new Response(null, { status: 401 }));
  await scene.work();
  expect(await scene.office.db.selectFrom('work').select(['state', 'reason']).execute()).toEqual([
    { state: 'waiting', reason: 'the token of the gateway: the client id or secret is wrong' },
  ]);
  scene.wait(seconds(5));
  await scene.work();

  expect(await scene.records()).toHaveLength(1);
});

test('discarded work stays away', async () => {
  await scene.post({ ...result, direction: 'UNKNOWN' }, key());
  await scene.work();
  expect(await scene.ask('reader', 'POST', '/parked/discard', { key: key() })).toMatchObject({ status: 204 });
  expect(await scene.ask('reader', 'POST', '/parked/retry', { key: key() })).toMatchObject({ status: 404 });
});

test('work of a worker that died is taken over when its lease has run out', async () => {
  await scene.post(result, key());
  const [work] = await scene.office.inbox.claim({ by: 'dead', time: seconds(60), most: 10 });
  expect(work).toMatchObject({ record_key: key() });
  await scene.work();
  expect(await scene.records()).toEqual([]);
  scene.wait(seconds(60));
  await scene.work();

  expect(await scene.records()).toHaveLength(1);
});

test('a worker that died behind its post wrote the record; the next one only finds it', async () => {
  await scene.post(result, key());
  await scene.work();
  await scene.office.db.updateTable('work').set({ state: 'received', record_id: null }).execute();
  await scene.pair(ids.customer);
  await scene.work();

  expect(await scene.records()).toMatchObject([{ customerId: ids.customer }]);
});

test('a worker whose lease went to another one settles nothing', async () => {
  await scene.post(result, key());
  const [late] = await scene.office.inbox.claim({ by: 'late', time: seconds(1), most: 1 });
  scene.wait(seconds(1));
  await scene.office.inbox.claim({ by: 'next', time: seconds(60), most: 1 });
  if (late) await scene.office.inbox.settle(late, { state: 'parked', reason: 'too late' });

  expect((await parked()).entities).toEqual([]);
});

test('a further result that comes while the first is worked on is not lost', async () => {
  await scene.post(result, key());
  const [work] = await scene.office.inbox.claim({ by: 'slow', time: seconds(60), most: 1 });
  await scene.pair(ids.customer);
  if (work)
    await scene.office.inbox.settle(work, {
      state: 'done',
      recordId: 'r',
      channel: 'VOICE',
      customerId: null,
      remarks: null,
    });

  expect(await scene.office.inbox.counts()).toMatchObject({ received: 1, done: 0 });
});
