import { Readable } from 'node:stream';
import { takeFeed } from '../src';
import { fileFeed, LONGEST_LINE } from '../src/feeds/file-feed';
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
const topicOf = (name: string): string => `v2.detail.events.conversation.${ids.conversation}.${name}`;

const take = (...lines: readonly unknown[]) =>
  takeFeed(
    fileFeed(Readable.from(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`))),
    scene.office.inbox,
    'agent',
  );

test.each([
  ['a body with its topic', { topic: topicOf('acw'), ...body }],
  ['a frame of the notification service', { topicName: topicOf('acw'), version: '2', eventBody: body }],
  [
    'an event of EventBridge',
    {
      'detail-type': 'v2.detail.events.conversation.{id}.acw',
      source: 'aws.partner/genesys.com/cloud/x/y',
      detail: { topicName: topicOf('acw'), version: '2', eventBody: body },
    },
  ],
])('%s becomes a record', async (_, line) => {
  expect(await take(line)).toEqual({ accepted: 1, duplicates: 0, others: 0, wrong: 0, problems: [] });
  await scene.work();

  expect(await scene.records()).toMatchObject([
    { channel: 'VOICE', bankUserName: 'Ada Lambert', purpose: 'Repair agreed' },
  ]);
});

test('two feeds of the same event give one record', async () => {
  await scene.post(result, key());
  expect(await take({ topic: topicOf('acw'), ...body })).toMatchObject({ accepted: 0, duplicates: 1 });
  await scene.work();

  expect(await scene.records()).toHaveLength(1);
});

test('what ends nothing is left, and what is no event is named with its line', async () => {
  expect(
    await take(
      { topic: topicOf('acd.start'), ...body },
      '',
      'no json',
      { topic: 'v2.users.x.presence' },
      { topic: topicOf('acw') },
      { topic: topicOf('acw'), ...body, sessionId: 'a\u0000' },
      { topic: topicOf('acw'), ...body, participantId: 'p'.repeat(101) },
    ),
  ).toEqual({
    accepted: 0,
    duplicates: 0,
    others: 1,
    wrong: 5,
    problems: [
      'line 3: no JSON',
      'line 4: no event of a conversation',
      ...Array.from(
        { length: 3 },
        () =>
          'acw: conversationId, participantId, sessionId and eventTime are needed; an id has at most 100 characters',
      ),
    ],
  });
});

test('a line that is too long is named, and the next one is read', async () => {
  expect(await take('x'.repeat(LONGEST_LINE + 1), { topic: topicOf('acw'), ...body })).toMatchObject({
    accepted: 1,
    problems: ['line 1: longer than 1000000 characters'],
  });
});

describe('the end of a call for its customer', () => {
  const end = {
    topic: topicOf('customer.end'),
    ...body,
    participantId: 'customer',
    userId: undefined,
    wrapupCode: undefined,
  };

  test('is a record after an hour, where no agent took the call', async () => {
    await take(end);
    await scene.work();
    expect(await scene.records()).toEqual([]);
    scene.wait(3_600_000);
    await scene.work();

    expect(await scene.records()).toMatchObject([
      { bankUserName: null, purpose: null, customerHandle: '+33142685300' },
    ]);
  });

  test('is none where an agent did', async () => {
    await take(end);
    await scene.post(result, key());
    scene.wait(3_600_000);
    await scene.work();

    expect(await scene.records()).toMatchObject([{ bankUserName: 'Ada Lambert' }]);
    expect(await scene.office.inbox.counts()).toMatchObject({ done: 1, discarded: 1 });
  });
});
