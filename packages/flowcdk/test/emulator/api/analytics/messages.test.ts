import { analyticsRoutes } from '../../../../src/emulator/api/analytics';
import { asker } from '../../runtime/private/ask';
import { pass } from '../../runtime/private/calls';
import { says, textingOrg, toSupport } from '../../runtime/private/texting';

/** A customer has written, waits for ten seconds, and Grace has the conversation for half a minute. */
function withMessages() {
  const org = textingOrg([says('Hello'), toSupport]);
  const conversation = org.write('Agent');
  const ask = asker(analyticsRoutes, org.org, org.runtime);
  pass(org, 10);
  return { ...org, conversation, ask };
}

test('a queue tells its messages apart from its calls', () => {
  const { ask, support } = withMessages();
  const observed = (predicates: readonly object[]) =>
    ask('POST /api/v2/analytics/queues/observations/query', {
      filter: { type: 'and', predicates: [{ dimension: 'queueId', value: support.id }, ...predicates] as never },
      metrics: ['oWaiting'],
    }).body;

  expect(observed([])).toMatchObject({
    results: [
      { group: { mediaType: 'voice' } },
      { group: { mediaType: 'message' }, data: [{ metric: 'oWaiting', stats: { count: 1 } }] },
    ],
  });
  expect(observed([{ dimension: 'mediaType', value: 'message' }])).toMatchObject({
    results: [{ group: { mediaType: 'message' } }],
  });
});

test('a conversation of messages has sessions of its medium', () => {
  const org = withMessages();
  org.runtime.acd.answer(org.conversation.id);
  pass(org, 30);
  org.runtime.acd.talks.hangUp(org.conversation.id);

  expect(org.ask(`GET /api/v2/analytics/conversations/${org.conversation.id}/details`).body).toMatchObject({
    participants: [
      {
        purpose: 'customer',
        sessions: [{ mediaType: 'message', addressFrom: '+33142685300', addressTo: '+15550100' }],
      },
      { purpose: 'workflow' },
      { purpose: 'acd' },
      {
        purpose: 'agent',
        sessions: [{ mediaType: 'message', segments: [{ segmentType: 'alert' }, { segmentType: 'interact' }, {}] }],
      },
    ],
  });
});
