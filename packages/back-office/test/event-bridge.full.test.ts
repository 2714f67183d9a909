import { eraseCustomer } from '../src/erasure/erasure';
import { LONGEST_LINE } from '../src/feeds/file-feed';
import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

const body = {
  ...result,
  eventTime: Date.parse(result.eventTime),
  direction: 'INBOUND',
  mediaType: 'VOICE',
  participantId: ids.participant,
  sessionId: ids.session,
};

/** An event as EventBridge sends it. */
const envelope = (suffix: string, eventBody: object = body): object => ({
  version: '0',
  id: '5c1f6b0e-0000-4000-8000-000000000001',
  'detail-type': `v2.detail.events.conversation.{id}.${suffix}`,
  source: 'aws.partner/genesys.com/cloud/8d1c0000-0000-4000-8000-000000000002/back-office',
  account: '123456789012',
  time: '2026-11-21T11:59:00Z',
  region: 'eu-central-1',
  resources: [],
  detail: {
    topicName: `v2.detail.events.conversation.${ids.conversation}.${suffix}`,
    version: '2',
    eventBody,
    metadata: { CorrelationId: 'c' },
    timestamp: '2026-11-21T11:59:00.000Z',
  },
});

const send = (event: unknown, role = 'event-bridge') => scene.ask(role, 'POST', '/feeds/event-bridge', event);

test('an event becomes a record, and comes twice without a second one', async () => {
  expect(await send(envelope('acw'))).toEqual({ status: 202, body: { key: key(), result: 'accepted' } });
  expect(await send(envelope('acw'))).toEqual({ status: 200, body: { key: key(), result: 'duplicate' } });
  await scene.work();

  expect(await scene.records()).toMatchObject([{ bankUserName: 'Ada Lambert', purpose: 'Repair agreed' }]);
});

test('an event and a result of the trigger have one key', async () => {
  await scene.post(result, key());

  expect(await send(envelope('acw'))).toMatchObject({ status: 200, body: { result: 'duplicate' } });
});

test('the subject, which only the trigger knows, completes a record that an event wrote before', async () => {
  await send(envelope('acw', { ...body, subject: undefined }));
  await scene.work();
  expect(await scene.records()).toMatchObject([{ title: 'Call center communication', changedAt: null }]);
  expect(await scene.post({ ...result, subject: 'order' }, key())).toMatchObject({ status: 200 });
  expect(await scene.post({ ...result, subject: 'invoice' }, key())).toMatchObject({ status: 200 });
  await scene.work();

  expect(await scene.records()).toMatchObject([{ title: 'order', changedAt: expect.anything() as unknown }]);
});

test('no subject comes back into a result that was erased', async () => {
  const { db } = scene.office;
  await scene.pair(ids.customer);
  await send(envelope('acw', { ...body, subject: undefined }));
  await scene.work();
  await eraseCustomer(db, ids.customer);
  await scene.post({ ...result, subject: 'order' }, key());

  expect(await db.selectFrom('result').select('body').execute()).toEqual([{ body: '{}' }]);
});

test('an event that ends nothing is ignored, so that EventBridge does not send it again', async () => {
  expect(await send(envelope('acd.start'))).toEqual({ status: 200, body: { result: 'ignored' } });
});

test.each([
  ['no event', { hello: 'world' }, '/detail'],
  ['an event without ids', envelope('acw', { eventTime: 1 }), '/detail/eventBody'],
  ['an event without a body', { detail: { topicName: 'v2.users.1.presence' } }, '/detail/eventBody'],
])('%s is refused for good, and the wrong field is named', async (_, event, pointer) => {
  expect(await send(event)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
});

test('an event of more than half a megabyte is refused', async () => {
  expect(await send(envelope('acw', { ...body, subject: 'x'.repeat(LONGEST_LINE) }))).toMatchObject({ status: 413 });
});

test.each(['genesys', 'reader', 'front-end'])('a key of the role %s may not send events', async (role) => {
  expect(await send(envelope('acw'), role)).toMatchObject({ status: 403 });
});
