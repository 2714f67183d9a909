import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

describe('a body without an id or a time is refused and not kept', () => {
  test.each<[string, unknown, string]>([
    ['no conversation', { ...result, conversationId: undefined }, '/conversationId'],
    ['an empty conversation', { ...result, conversationId: '' }, '/conversationId'],
    ['a conversation that is a number', { ...result, conversationId: 7 }, '/conversationId'],
    ['no time', { ...result, eventTime: undefined }, '/eventTime'],
    ['a time that is null', { ...result, eventTime: null }, '/eventTime'],
    ['a time in words', { ...result, eventTime: 'yesterday' }, '/eventTime'],
    ['a time without a zone', { ...result, eventTime: '2026-11-21T11:59:00' }, '/eventTime'],
    ['a day that does not exist', { ...result, eventTime: '2026-13-45T11:59:00Z' }, '/eventTime'],
    ['a time before 1970', { ...result, eventTime: -1 }, '/eventTime'],
    ['a list', [result], ''],
    ['a text', 'result', ''],
  ])('%s', async (_, body, pointer) => {
    const { status, body: answer } = await scene.post(body, key());

    expect(status).toBe(400);
    expect((answer as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
    expect(await scene.office.inbox.counts()).toMatchObject({ received: 0, parked: 0 });
  });
});

describe('what the platform sends becomes a record', () => {
  test.each<[string, object, object]>([
    ['milliseconds since 1970', { eventTime: 1795262340000 }, { communicatedAt: '2026-11-21T11:59:00.000Z' }],
    ['milliseconds as text', { eventTime: '1795262340000' }, { communicatedAt: '2026-11-21T11:59:00.000Z' }],
    ['another time zone', { eventTime: '2026-11-21T12:59:00+01:00' }, { communicatedAt: '2026-11-21T11:59:00.000Z' }],
    ['upper case', { direction: 'INBOUND', mediaType: 'SCREENSHARE' }, { direction: 'INBOUND', channel: 'VIDEO' }],
    ['no subject', { subject: undefined }, { title: 'Call center communication' }],
    ['a subject that is null', { subject: null }, { title: 'Call center communication' }],
    ['a blank subject', { subject: '   ' }, { title: 'Call center communication' }],
    ['no caller', { ani: null }, { customerHandle: null }],
    ['no wrap-up code', { wrapupCode: null }, { purpose: null }],
    ['a reserved wrap-up code', { wrapupCode: 'ININ-WRAP-UP-TIMEOUT' }, { purpose: null }],
    ['no agent', { userId: null }, { bankUserName: null }],
    ['an unknown agent', { userId: 'ff9f1b2c-55a3-4b7c-8d9e-6e2f3a4b5c55' }, { bankUserName: null }],
    ['a NUL character', { subject: 'a\u0000b' }, { title: 'ab' }],
    ['half a character', { subject: 'a\ud800b' }, { title: 'a\ufffdb' }],
    ['fields that nobody knows', { messageType: 'whatsapp' }, {}],
    ['no idempotency key', {}, {}],
  ])('%s', async (what, fields, expected) => {
    await scene.post({ ...result, ...fields }, what === 'no idempotency key' ? undefined : key());
    await scene.work();

    expect(await scene.records()).toMatchObject([expected]);
  });
});

describe('what cannot become a record is parked, with its reason', () => {
  test.each<[string, object, string]>([
    [
      'an unknown direction',
      { direction: 'UNKNOWN' },
      'direction "UNKNOWN" is unknown: inbound and outbound are allowed',
    ],
    ['no direction', { direction: null }, 'direction is missing: inbound and outbound are allowed'],
    ['numbers in place of text', { ani: 5, userId: {} }, 'ani, userId: text is expected'],
  ])('%s', async (_, fields, reason) => {
    expect(await scene.post({ ...result, ...fields }, key())).toMatchObject({ status: 202 });
    await scene.work();

    expect((await scene.ask('reader', 'GET', '/parked')).body).toMatchObject({ entities: [{ key: key(), reason }] });
    expect(await scene.records()).toEqual([]);
  });
});

test('without a key the conversation, the agent and the time stand in', async () => {
  await scene.post(result);
  expect(await scene.post(result)).toMatchObject({ status: 200 });
  expect(await scene.post({ ...result, eventTime: '2026-11-21T11:59:01Z' })).toMatchObject({ status: 202 });
});

test('a hundred posts of ten results at once are ten records', async () => {
  const posts = Array.from({ length: 100 }, (_, i) => scene.post(result, key(`session-${i % 10}`)));
  const statuses = (await Promise.all(posts)).map(({ status }) => status);
  await scene.work();

  expect(statuses.filter((status) => status === 202)).toHaveLength(10);
  expect(statuses.filter((status) => status === 200)).toHaveLength(90);
  expect(await scene.records()).toHaveLength(10);
});

test('a body above the limit is refused', async () => {
  expect(await scene.post({ ...result, subject: 'x'.repeat(70_000) })).toMatchObject({ status: 413 });
});

test('names of agents and codes come from the gateway once', async () => {
  await scene.post(result, key('a'));
  await scene.work();
  await scene.post(result, key('b'));
  await scene.work();

  expect(scene.genesys.requests.sort()).toEqual([
    `/api/v2/routing/wrapupcodes/${ids.code}`,
    `/api/v2/users/${ids.agent}`,
    '/oauth/token',
  ]);
});
