import { analyticsRoutes } from '../../../../src/emulator/api/analytics';
import { asker } from '../../runtime/private/ask';
import { pass } from '../../runtime/private/calls';
import { livingOrg } from '../../runtime/private/living-org';

/** A callback that an agent takes after ten seconds; they call at 15 s, talk from 20 s to 50 s and wrap up until 55 s. */
function withCallback() {
  const org = livingOrg({
    settings: { callbackAgents: { answersAfter: 10_000, talksFor: 30_000, wrapsUpIn: 5_000, wrapUp: 'Sorry' } },
  });
  const grace = org.put('user', { name: 'Grace' });
  org.put('wrapupCode', { name: 'Sorry' });
  const queue = org.put('queue', { name: 'Support', members: [{ id: grace.id, ringNumber: 1 }] });
  const { id } = org.runtime.callbacks.create({ queueId: queue.id, numbers: ['+33142685300'] }, {});
  const ask = asker(analyticsRoutes, org.org, org.runtime);
  return { org, id, queue, ask };
}

const figures = (metrics: readonly { readonly name: string; readonly value: number }[]) =>
  Object.fromEntries(metrics.map(({ name, value }) => [name, value]));

test('a callback has sessions of its own, and the call in it another one', () => {
  const { org, id, ask } = withCallback();
  pass(org, 60);
  const { body } = ask(`GET /api/v2/analytics/conversations/${id}/details`) as {
    readonly body: { readonly participants: readonly { readonly sessions: readonly Record<string, unknown>[] }[] };
  };
  const [customer, acd, agent] = body.participants.map(({ sessions }) => sessions);

  expect(customer?.map(({ mediaType }) => mediaType)).toEqual(['callback', 'voice']);
  expect(acd).toMatchObject([{ mediaType: 'callback', callbackNumbers: ['+33142685300'] }]);
  expect(agent).toMatchObject([
    {
      mediaType: 'callback',
      segments: [{ segmentType: 'alert' }, { segmentType: 'callback' }, { segmentType: 'wrapup' }],
    },
    { mediaType: 'voice', direction: 'outbound', segments: [{ segmentType: 'dialing' }, { segmentType: 'interact' }] },
  ]);
  const [callback, call] = (agent ?? []).map(({ metrics }) => figures(metrics as Parameters<typeof figures>[0]));
  expect(callback).toMatchObject({ tCallback: 40_000, tCallbackComplete: 40_000, tAcw: 5_000, tHandle: 45_000 });
  expect(call).toEqual({ nOutbound: 1, nConnected: 1, tDialing: 5_000, tTalk: 30_000, tTalkComplete: 30_000 });
});

test('a queue tells its callbacks apart from its calls', () => {
  const { org, queue, ask } = withCallback();
  pass(org, 5);
  const observed = (predicates: readonly { readonly dimension: string; readonly value: string }[]) =>
    ask('POST /api/v2/analytics/queues/observations/query', {
      filter: { type: 'and', predicates: [{ dimension: 'queueId', value: queue.id }, ...predicates] },
      metrics: ['oWaiting'],
    }).body;

  expect(observed([])).toMatchObject({
    results: [
      { group: { mediaType: 'voice' }, data: [{ metric: 'oWaiting', stats: { count: 0 } }] },
      { group: { mediaType: 'callback' }, data: [{ metric: 'oWaiting', stats: { count: 1 } }] },
    ],
  });
  expect(observed([{ dimension: 'mediaType', value: 'callback' }])).toMatchObject({
    results: [{ group: { mediaType: 'callback' } }],
  });
});
