import { answeredCall } from '../private/answered-call';

const observations = 'POST /api/v2/analytics/queues/observations/query';
const ON_QUEUE = 'e08eaf1b-ee47-4fa9-a231-1200e284798f';
const OFFLINE = 'ccf3c10a-aa2c-4845-8e8d-f59fa48c58e5';

const ofQueue = (id: string) => ({ type: 'or', predicates: [{ dimension: 'queueId', value: id }] });

test.each([
  [5, { oWaiting: 1, oAlerting: 0, oInteracting: 0, oLongestWaiting: 5_000 }],
  [9, { oWaiting: 1, oAlerting: 1, oInteracting: 0, oLongestWaiting: 9_000 }],
  [12, { oWaiting: 0, oAlerting: 0, oInteracting: 1, oLongestWaiting: undefined }],
  [50, { oWaiting: 0, oAlerting: 0, oInteracting: 0, oLongestWaiting: undefined }],
])('after %i seconds the calls of the queue are counted', (seconds, expected) => {
  const { ask, queue, passes } = answeredCall();
  passes(seconds);
  const { body } = ask(observations, { filter: ofQueue(queue.id), metrics: Object.keys(expected) });
  const { results } = body as { readonly results: readonly { readonly data: readonly object[] }[] };
  const data = results[0]?.data as readonly {
    readonly metric: string;
    readonly stats: { readonly count: number; readonly calculatedMetricValue?: number };
  }[];
  const figures = Object.fromEntries(
    data.map(({ metric, stats }) => [metric, stats.calculatedMetricValue ?? stats.count]),
  );

  expect(body).toMatchObject({ results: [{ group: { queueId: queue.id, mediaType: 'voice' } }] });
  expect({ oLongestWaiting: undefined, ...figures }).toEqual(expected);
});

test('members are counted by routing status and by presence', () => {
  const { ask, queue, ada, acd, passes } = answeredCall();
  const metrics = ['oMemberUsers', 'oOnQueueUsers', 'oOffQueueUsers', 'oUserPresences', 'oUserRoutingStatuses'];
  const data = () => {
    const { body } = ask(observations, { filter: ofQueue(queue.id), metrics });
    return (body as { readonly results: readonly { readonly data: unknown }[] }).results[0]?.data;
  };
  const counted = (metric: string, qualifier: string) => ({ metric, qualifier, stats: { count: 1 } });
  const all = { metric: 'oMemberUsers', stats: { count: 1 } };
  passes(1);

  expect(data()).toEqual([
    all,
    counted('oOffQueueUsers', OFFLINE),
    counted('oUserPresences', OFFLINE),
    counted('oUserRoutingStatuses', 'OFF_QUEUE'),
  ]);
  acd.agents.goOnQueue(ada.id);
  acd.agents.set(ada.id, 'INTERACTING');
  expect(data()).toEqual([
    all,
    counted('oOnQueueUsers', 'INTERACTING'),
    counted('oUserPresences', ON_QUEUE),
    counted('oUserRoutingStatuses', 'INTERACTING'),
  ]);
});

test('details name the conversations', () => {
  const { ask, queue, id, passes } = answeredCall();
  passes(5);
  const body = { filter: ofQueue(queue.id), metrics: ['oWaiting'], detailMetrics: ['oWaiting'] };

  expect(ask(observations, body).body).toMatchObject({
    results: [{ data: [{ truncated: false, observations: [{ conversationId: id, routingPriority: 3 }] }] }],
  });
});

test('other queues are not shown, and other dimensions are refused', () => {
  const { ask } = answeredCall();

  expect(ask(observations, { filter: ofQueue('none'), metrics: ['oWaiting'] }).body).toMatchObject({ results: [] });
  expect(
    ask(observations, { filter: { type: 'or', predicates: [{ dimension: 'userId' }] }, metrics: ['oWaiting'] }),
  ).toMatchObject({ status: 400, body: expect.stringMatching(/expected one of queueId, mediaType/) as unknown });
});
