import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

interface Page {
  readonly entities: readonly { readonly id: string; readonly interactionId: string }[];
  readonly next?: string;
}

const page = async (query: string): Promise<Page> =>
  (await scene.ask('reader', 'GET', `/communicationRecords?${query}`)).body as Page;

async function fiveCalls(): Promise<void> {
  for (const at of [1, 2, 3, 4, 5])
    await scene.post(
      { ...result, conversationId: `call-${at}`, eventTime: `2026-11-21T1${at}:00:00Z` },
      `call-${at}/p/s`,
    );
  await scene.work();
}

test('records come page by page, the newest first', async () => {
  await fiveCalls();
  const first = await page('limit=3');
  const second = await page(`limit=3&after=${first.next}`);

  expect([first, second].map(({ entities }) => entities.map(({ interactionId }) => interactionId))).toEqual([
    ['call-5', 'call-4', 'call-3'],
    ['call-2', 'call-1'],
  ]);
  expect(second.next).toBeUndefined();
});

test.each([
  ['of an interaction', 'interactionId=call-2', ['call-2']],
  ['of a time', 'from=2026-11-21T12:00:00Z&to=2026-11-21T14:00:00Z', ['call-3', 'call-2']],
  ['of a customer who has none', `customerId=${ids.customer}`, []],
])('records %s', async (_, query, expected) => {
  await fiveCalls();

  expect((await page(query)).entities.map(({ interactionId }) => interactionId)).toEqual(expected);
});

test.each(['limit=0', 'limit=501', 'limit=ten', 'from=yesterday', 'after=nobody', 'withoutCustomer=perhaps'])(
  '%s is refused',
  async (query) => {
    expect(await scene.ask('reader', 'GET', `/communicationRecords?${query}`)).toMatchObject({ status: 400 });
  },
);

test('records of a customer, and those of none', async () => {
  await scene.pair(ids.customer);
  await scene.post(result, key());
  await scene.post({ ...result, conversationId: 'nobody' }, 'nobody/p/s');
  await scene.work();

  expect((await page('withoutCustomer=true')).entities).toMatchObject([{ interactionId: 'nobody' }]);
  expect((await page(`customerId=${ids.customer}`)).entities).toMatchObject([{ interactionId: ids.conversation }]);
});
