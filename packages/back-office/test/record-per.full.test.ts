import { ids, key, result, Scene } from './private/scene';

const second = { ...result, eventTime: '2026-11-21T12:05:00Z', userId: 'second-agent' };

describe('a record for each agent', () => {
  const scene = Scene.forTests({ recordPer: 'agent' });

  test('a transferred call has two records', async () => {
    await scene.post(result, key('first'));
    await scene.post(second, key('second'));
    await scene.work();

    expect((await scene.records()).map(({ communicatedAt }) => communicatedAt)).toEqual([
      '2026-11-21T12:05:00.000Z',
      '2026-11-21T11:59:00.000Z',
    ]);
  });
});

describe('a record for the conversation', () => {
  const scene = Scene.forTests({ recordPer: 'conversation' });

  test.each([
    ['in order', [result, second]],
    ['the last one first', [second, result]],
  ])('the last agent counts: %s', async (_, results) => {
    scene.genesys.names['second-agent'] = 'Grace Weber';
    for (const [at, each] of results.entries()) {
      await scene.post(each, key(`${at}`));
      await scene.work();
    }

    expect(await scene.records()).toMatchObject([
      { communicatedAt: '2026-11-21T12:05:00.000Z', bankUserName: 'Grace Weber', interactionId: ids.conversation },
    ]);
  });
});

describe('late pairings are ignored', () => {
  const scene = Scene.forTests({ latePairing: 'ignore' });

  test('the record keeps no customer', async () => {
    await scene.post(result, key());
    await scene.work();
    await scene.pair(ids.customer);
    await scene.work();

    expect(await scene.records()).toMatchObject([{ customerId: null, changedAt: null }]);
  });
});

describe('a record waits two minutes for its pairing', () => {
  const scene = Scene.forTests({ worker: { pairingWait: 120_000 } });

  test('a pairing within that time is in the record at once', async () => {
    await scene.post(result, key());
    await scene.work();
    expect(await scene.records()).toEqual([]);
    scene.wait(60_000);
    await scene.pair(ids.customer);
    await scene.work();

    expect(await scene.records()).toMatchObject([{ customerId: ids.customer, changedAt: null }]);
  });

  test('without one the record has no customer', async () => {
    await scene.post(result, key());
    scene.wait(120_000);
    await scene.work();

    expect(await scene.records()).toMatchObject([{ customerId: null }]);
  });
});
