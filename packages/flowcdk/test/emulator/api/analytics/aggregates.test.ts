import { answeredCall } from '../private/answered-call';

const aggregates = 'POST /api/v2/analytics/conversations/aggregates/query';
const noonHour = '2026-01-05T12:00:00.000Z/2026-01-05T13:00:00.000Z';

/** The results of a query after the call is over. */
function resultsOf(body: object): unknown {
  const { ask, passes } = answeredCall();
  passes(60);
  const answer = ask(aggregates, { interval: noonHour, ...body });
  expect(answer.status).toBe(200);
  return (answer.body as { readonly results: unknown }).results;
}

test('counts are added up, durations have their sum, least and most', () => {
  expect(resultsOf({ metrics: ['nOffered', 'tTalk', 'nConversations'] })).toEqual([
    {
      group: { mediaType: 'voice' },
      data: [
        {
          interval: noonHour,
          metrics: [
            { metric: 'nOffered', stats: { count: 1 } },
            { metric: 'tTalk', stats: { count: 1, min: 25_000, max: 25_000, sum: 25_000 } },
            { metric: 'nConversations', stats: { count: 1 } },
          ],
        },
      ],
    },
  ]);
});

test('groups are those of the dimensions, and the filter comes first', () => {
  const { ask, queue, ada, passes } = answeredCall();
  passes(60);
  const query = (more: object) =>
    ask(aggregates, {
      interval: noonHour,
      metrics: ['nOffered', 'nConnected'],
      groupBy: ['queueId', 'userId'],
      ...more,
    });
  const group = { mediaType: 'voice', queueId: queue.id };

  expect(query({}).body).toMatchObject({ results: [{ group }, { group: { ...group, userId: ada.id } }] });
  expect(query({ filter: { type: 'and', predicates: [{ dimension: 'userId', value: ada.id }] } }).body).toMatchObject({
    results: [{ group: { userId: ada.id }, data: [{ metrics: [{ metric: 'nConnected' }] }] }],
  });
});

test('the service level is the share of calls that were answered in time', () => {
  expect(resultsOf({ metrics: ['oServiceLevel'], groupBy: ['queueId'] })).toMatchObject([
    { data: [{ metrics: [{ stats: { ratio: 0, numerator: 0, denominator: 1, target: 0.9 } }] }] },
  ]);
});

test('a view counts what lies in a range', () => {
  const view = (gte: number) => ({ target: 'tTalk', name: `from ${gte}`, function: 'rangeBound', range: { gte } });

  expect(resultsOf({ metrics: ['tTalk'], views: [view(25_000), view(30_000)] })).toMatchObject([
    {
      data: [
        {
          views: [
            { name: 'from 25000', stats: { count: 1 } },
            { name: 'from 30000', stats: { count: 0 } },
          ],
        },
      ],
    },
  ]);
});

describe('the callers with the most and the fewest calls', () => {
  const callers = (more: object) => {
    const { ask, org, passes } = answeredCall();
    for (const from of ['+33100000002', '+33100000002', '+33100000003', '+33100000003', '+33100000003'])
      org.runtime.calls.place({ from, to: '+33199000001' });
    passes(60);
    const { body } = ask(aggregates, { interval: noonHour, metrics: ['nOffered', 'tTalk'], groupBy: ['ani'], ...more });
    const { results } = body as {
      readonly results: readonly {
        readonly group: { readonly ani: string };
        readonly data: readonly { readonly metrics: readonly { readonly stats: { readonly count: number } }[] }[];
      }[];
    };
    return results.map(({ group, data }) => [group.ani.slice(-1), data[0]?.metrics[0]?.stats.count]);
  };
  const byOffers = { sortMetric: { name: 'nOffered', function: 'count' } };

  test.each([
    [
      'topN',
      { ...byOffers },
      [
        ['3', 3],
        ['2', 2],
        ['0', 1],
      ],
    ],
    ['topN', { ...byOffers, limit: 1 }, [['3', 3]]],
    [
      'bottomN',
      { ...byOffers, limit: 2 },
      [
        ['0', 1],
        ['2', 2],
      ],
    ],
  ])('%s %j', (queryType, more, expected) => {
    expect(callers({ queryType, ...more })).toEqual(expected);
  });

  test('a group without the figure comes last', () => {
    const talked = callers({ queryType: 'bottomN', sortMetric: { name: 'tTalk', function: 'sum' } });

    expect(talked.map(([ani]) => ani)[0]).toBe('0');
    expect(talked).toHaveLength(3);
  });
});

test.each([
  ['PT30S', ['12:00:00', '12:00:30']],
  ['PT10M', ['12:00:00']],
  ['P1D', ['12:00:00']],
])('parts of %s without figures are left out', (granularity, starts) => {
  const results = resultsOf({ metrics: ['tHeld', 'tAcw'], granularity }) as readonly {
    readonly data: readonly { readonly interval: string }[];
  }[];

  expect(results.flatMap(({ data }) => data.map(({ interval }) => interval.slice(11, 19)))).toEqual(starts);
});

test.each<[object, RegExp]>([
  [{ metrics: ['nOfered'] }, /^metrics\[0\] is 'nOfered'; did you mean 'nOffered'\?/],
  [{ metrics: ['nOffered'], groupBy: ['queue'] }, /^groupBy\[0\] is 'queue'/],
  [{ metrics: ['nOffered'], granularity: 'hour' }, /^granularity: 'hour' is no period/],
  [{ metrics: ['nOffered'], timeZone: 'Mars/Base' }, /^timeZone: there is no time zone/],
  [{ metrics: ['nOffered'], queryType: 'topN' }, /^sortMetric is missing, which queryType topN needs/],
  [{ metrics: ['nOffered'], limit: 3 }, /^limit is for queryType topN and bottomN/],
  [
    { metrics: ['nOffered'], queryType: 'topN', sortMetric: { name: 'tTalk', function: 'sum' } },
    /^sortMetric\.name: 'tTalk' is not among metrics/,
  ],
  [
    { metrics: ['nOffered'], queryType: 'topN', sortMetric: { name: 'nOffered', function: 'cuont' } },
    /^sortMetric\.function is 'cuont'; did you mean 'count'\?/,
  ],
])('a query that makes no sense is refused: %j', (body, message) => {
  const { ask } = answeredCall();

  expect(ask(aggregates, { interval: noonHour, ...body })).toMatchObject({
    status: 400,
    body: expect.stringMatching(message) as unknown,
  });
});
