import { reconcile } from '../src/reconciliation/reconcile';
import { resultsOf } from '../src/reconciliation/results-of';
import type { AnalyticsConversation } from '../src/reconciliation/analytics-conversation';
import { ids, key, result, Scene } from './private/scene';

const scene = Scene.forTests();

const agent = (sessionId: string, wrapUpCode: string | undefined = ids.code) => ({
  participantId: ids.participant,
  purpose: 'agent',
  userId: ids.agent,
  sessions: [
    {
      sessionId,
      mediaType: 'voice',
      direction: 'inbound',
      segments: [
        { segmentType: 'interact', segmentEnd: '2026-11-21T11:58:00Z' },
        { segmentType: 'wrapup', segmentEnd: '2026-11-21T11:59:00Z', wrapUpCode },
      ],
    },
  ],
});

const customer = {
  participantId: 'customer',
  purpose: 'customer',
  sessions: [{ sessionId: 'customer-session', mediaType: 'voice', direction: 'inbound', ani: 'tel:+33142685300' }],
};

const conversation: AnalyticsConversation = {
  conversationId: ids.conversation,
  conversationEnd: '2026-11-21T11:58:00Z',
  participants: [customer, agent(ids.session)],
};

describe('what a conversation should have left', () => {
  test('a result for each agent, with the key of the trigger', () => {
    expect(resultsOf(conversation)).toEqual([
      {
        key: key(),
        body: {
          conversationId: ids.conversation,
          eventTime: '2026-11-21T11:59:00Z',
          direction: 'inbound',
          mediaType: 'voice',
          ani: 'tel:+33142685300',
          subject: undefined,
          wrapupCode: ids.code,
          userId: ids.agent,
        },
        party: 'agent',
      },
    ]);
  });

  test.each<[string, AnalyticsConversation, readonly string[]]>([
    [
      'two for a transferred call',
      { ...conversation, participants: [customer, agent('a'), agent('b')] },
      [key('a'), key('b')],
    ],
    [
      'one of the customer where no agent took the call',
      { ...conversation, participants: [customer] },
      [`${ids.conversation}/customer/customer-session`],
    ],
    ['none while it goes on', { conversationId: ids.conversation, participants: [customer] }, []],
  ])('%s', (_, from, keys) => {
    expect(resultsOf(from).map((expected) => expected.key)).toEqual(keys);
  });
});

const span = { from: new Date('2026-11-21T00:00:00Z'), to: new Date('2026-11-22T00:00:00Z') };

const compared = (repair: boolean) => {
  const { db, inbox, gateway } = scene.office;
  return reconcile({ db, inbox, gateway, recordPer: 'agent' }, { ...span, repair });
};

test('what came is not missing', async () => {
  scene.genesys.conversations = [conversation];
  await scene.post(result, key());

  expect(await compared(false)).toEqual({ conversations: 1, expected: 1, missing: [], repaired: 0 });
});

test('what never came is named, and written when it is repaired', async () => {
  scene.genesys.conversations = [conversation];
  expect(await compared(false)).toMatchObject({ missing: [key()], repaired: 0 });
  expect(await compared(true)).toMatchObject({ missing: [key()], repaired: 1 });
  await scene.work();

  expect(await scene.records()).toMatchObject([{ customerHandle: '+33142685300', bankUserName: 'Ada Lambert' }]);
  expect((await scene.ask('reader', 'GET', '/reports/quality')).body).toMatchObject({ reconciled: 1 });
});

test('a result that comes behind its repair makes no second record', async () => {
  scene.genesys.conversations = [conversation];
  await compared(true);
  expect(await scene.post(result, key())).toMatchObject({ status: 200 });
});

test('what began outside of the span is left out, and a long span is asked for in parts of 31 days', async () => {
  scene.genesys.conversations = ['2026-11-20T23:59:59Z', '2026-11-21T00:00:00Z'].map((conversationStart, at) => ({
    ...conversation,
    conversationId: `c-${at}`,
    conversationStart,
  }));
  expect(await compared(false)).toMatchObject({ missing: [expect.stringMatching(/^c-1/)] });

  const { db, inbox, gateway } = scene.office;
  const year = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z'), repair: false };
  const result = await reconcile({ db, inbox, gateway, recordPer: 'agent' }, year);
  expect(result.missing).toHaveLength(2);
  expect(scene.genesys.requests.filter((path) => path.endsWith('/details/query'))).toHaveLength(1 + 12);
});

test('10,000 conversations are read in pages of 100', async () => {
  scene.genesys.conversations = Array.from({ length: 10_000 }, (_, i) => ({
    ...conversation,
    conversationId: `c-${i}`,
  }));

  expect(await compared(false)).toMatchObject({ conversations: 10_000, expected: 10_000 });
  expect(scene.genesys.requests.filter((path) => path.endsWith('/details/query'))).toHaveLength(101);
});
