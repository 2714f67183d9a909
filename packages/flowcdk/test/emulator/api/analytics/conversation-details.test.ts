import { answeredCall } from '../private/answered-call';

const details = 'POST /api/v2/analytics/conversations/details/query';
const monday = '2026-01-05T00:00:00.000Z/2026-01-06T00:00:00.000Z';

/** A point in time of the call, in seconds after noon. */
const at = (seconds: number): string => new Date(Date.UTC(2026, 0, 5, 12) + seconds * 1_000).toISOString();

interface Shown {
  readonly participants: readonly {
    readonly purpose: string;
    readonly sessions: readonly {
      readonly metrics: readonly { readonly name: string; readonly value: number }[];
      readonly segments: readonly Readonly<Record<string, unknown>>[];
    }[];
  }[];
}

/** The only session of the participant with a purpose. */
function sessionOf(shown: unknown, purpose: string) {
  const [session] =
    (shown as Shown).participants.find((participant) => participant.purpose === purpose)?.sessions ?? [];
  if (!session) throw new Error(`nobody is ${purpose}`);
  return session;
}

describe('a conversation as analytics show it', () => {
  test('who took part, in segments: ringing, talk, hold and after-call work', () => {
    const { ask, id, ada, code, queue, passes } = answeredCall();
    passes(60);
    const { body } = ask(`GET /api/v2/analytics/conversations/${id}/details`);
    const ofQueue = { queueId: queue.id };

    expect(body).toMatchObject({
      conversationId: id,
      conversationStart: at(0),
      conversationEnd: at(40),
      originatingDirection: 'inbound',
      participants: [
        { purpose: 'customer' },
        { purpose: 'ivr', sessions: [{ flow: { flowName: 'line', exitReason: 'TRANSFER', transferType: 'ACD' } }] },
        { purpose: 'acd', participantName: 'Support' },
        { purpose: 'agent', participantName: 'Ada', userId: ada.id },
      ],
    });
    expect(sessionOf(body, 'agent').segments).toMatchObject([
      { segmentType: 'alert', segmentStart: at(8), segmentEnd: at(10), ...ofQueue },
      { segmentType: 'interact', segmentStart: at(10), segmentEnd: at(20), ...ofQueue },
      { segmentType: 'hold', segmentStart: at(20), segmentEnd: at(25), ...ofQueue },
      { segmentType: 'interact', segmentStart: at(25), segmentEnd: at(40), disconnectType: 'client' },
      { segmentType: 'wrapup', segmentStart: at(40), segmentEnd: at(45), wrapUpCode: code.id, wrapUpNote: 'fine' },
    ]);
    expect(sessionOf(body, 'agent').segments.filter(({ disconnectType }) => disconnectType)).toHaveLength(1);
  });

  test('the metrics of queue and agent, in milliseconds', () => {
    const { ask, id, passes } = answeredCall();
    passes(60);
    const { body } = ask(`GET /api/v2/analytics/conversations/${id}/details`);
    const metrics = (purpose: string) =>
      Object.fromEntries(sessionOf(body, purpose).metrics.map(({ name, value }) => [name, value]));

    // The queue promises an answer in five seconds.
    expect(metrics('acd')).toEqual({ nOffered: 1, tAcd: 10_000, tWait: 10_000, nOverSla: 1, oServiceLevel: 0 });
    expect(metrics('agent')).toEqual({
      tAlert: 2_000,
      nConnected: 1,
      tAnswered: 10_000,
      tHeld: 5_000,
      tTalk: 25_000,
      tTalkComplete: 25_000,
      tHeldComplete: 5_000,
      tAcw: 5_000,
      tHandle: 35_000,
    });
    expect(metrics('ivr')).toMatchObject({ nFlow: 1, tFlowExit: 0 });
  });

  test('what has not ended has no end, and no metrics of an end', () => {
    const { ask, id, passes } = answeredCall();
    passes(22);
    const { body } = ask(`GET /api/v2/analytics/conversations/${id}/details`);

    expect(body).not.toHaveProperty('conversationEnd');
    expect(sessionOf(body, 'agent').segments.at(-1)).toEqual(
      expect.not.objectContaining({ segmentEnd: expect.anything() as unknown }),
    );
    expect(sessionOf(body, 'agent').segments.at(-1)).toMatchObject({ segmentType: 'hold', segmentStart: at(20) });
    expect(sessionOf(body, 'agent').metrics.map(({ name }) => name)).not.toContain('tTalk');
  });

  test('a caller who gives up has been abandoned', () => {
    const { ask, id, placed, passes } = answeredCall();
    passes(7);
    placed.hangUp();
    const { body } = ask(`GET /api/v2/analytics/conversations/${id}/details`);

    expect(sessionOf(body, 'acd').metrics).toMatchObject([
      { name: 'nOffered' },
      { name: 'tAcd' },
      { name: 'tWait' },
      { name: 'tAbandon', value: 7_000 },
      { name: 'oServiceLevel', value: 0 },
    ]);
    expect(sessionOf(body, 'acd').segments).toMatchObject([{ disconnectType: 'peer' }]);
  });
});

describe('the query of details', () => {
  const filterOf = (...predicates: object[]) => [{ type: 'and', predicates }];

  test.each<[string, boolean, object]>([
    ['everything of the day', true, {}],
    ['the queue', true, { segmentFilters: filterOf({ dimension: 'purpose', value: 'acd' }) }],
    [
      'one segment that fits all predicates of a filter',
      true,
      {
        segmentFilters: filterOf({ dimension: 'purpose', value: 'agent' }, { dimension: 'segmentType', value: 'hold' }),
      },
    ],
    [
      'two segments that fit one predicate each',
      false,
      { segmentFilters: filterOf({ dimension: 'purpose', value: 'acd' }, { dimension: 'segmentType', value: 'hold' }) },
    ],
    ['a wrap-up code', true, { segmentFilters: filterOf({ dimension: 'wrapUpCode', operator: 'exists' }) }],
    ['no error', true, { segmentFilters: filterOf({ dimension: 'errorCode', operator: 'notExists' }) }],
    ['a flow', true, { segmentFilters: filterOf({ dimension: 'flowName', value: 'line' }) }],
    ['another flow', false, { segmentFilters: filterOf({ dimension: 'flowName', value: 'other' }) }],
    ['a direction', true, { conversationFilters: filterOf({ dimension: 'originatingDirection', value: 'inbound' }) }],
    [
      'a talk in a range',
      true,
      { conversationFilters: filterOf({ metric: 'tTalk', range: { gte: 25_000, lt: 25_001 } }) },
    ],
    ['a longer talk', false, { conversationFilters: filterOf({ metric: 'tTalk', range: { gt: 25_000 } }) }],
    [
      'one clause of two',
      true,
      {
        segmentFilters: [
          {
            type: 'or',
            clauses: [
              { type: 'and', predicates: [{ dimension: 'mediaType', value: 'email' }] },
              { type: 'and', predicates: [{ dimension: 'mediaType', value: 'voice' }] },
            ],
          },
        ],
      },
    ],
    ['surveys, which there are none of', false, { surveyFilters: filterOf({ dimension: 'surveyStatus' }) }],
    ['the day after', false, { interval: '2026-01-06T00:00:00Z/2026-01-07T00:00:00Z' }],
    ['any moment of the day on which it started', true, { interval: '2026-01-05T23:00:00Z/2026-01-05T23:30:00Z' }],
  ])('%s: found %s', (_, isFound, more) => {
    const { ask, id, passes } = answeredCall();
    passes(60);
    const { status, body } = ask(details, { interval: monday, ...more });

    expect(status).toBe(200);
    expect(body).toMatchObject(isFound ? { totalHits: 1, conversations: [{ conversationId: id }] } : { totalHits: 0 });
    if (!isFound) expect(body).not.toHaveProperty('conversations');
  });

  test('pages and orders', () => {
    const { org, ask, id, passes } = answeredCall();
    passes(60);
    const later = org.runtime.calls.place({ from: '+33142685301', to: '+33199000001' })?.conversation.id;
    const idsOf = (body: unknown) =>
      ((body as { readonly conversations?: readonly { conversationId: string }[] }).conversations ?? []).map(
        ({ conversationId }) => conversationId,
      );
    const query = (more: object) => ask(details, { interval: monday, ...more }).body;

    expect(idsOf(query({}))).toEqual([id, later]);
    expect(idsOf(query({ order: 'desc' }))).toEqual([later, id]);
    expect(idsOf(query({ paging: { pageSize: 1, pageNumber: 2 } }))).toEqual([later]);
    expect(query({ paging: { pageSize: 1, pageNumber: 3 } })).toEqual({ totalHits: 2 });
  });

  test('counts by the values of a dimension and by ranges of a metric', () => {
    const { ask, passes } = answeredCall();
    passes(60);
    const aggregations = [
      { type: 'termFrequency', dimension: 'segmentType', size: 2 },
      { type: 'numericRange', metric: 'tHandle', ranges: [{ lt: 1_000 }, { gte: 1_000 }] },
    ];

    expect(ask(details, { interval: monday, aggregations }).body).toMatchObject({
      aggregations: [
        { dimension: 'segmentType', count: 1, results: [{ count: 1 }, { count: 1 }] },
        { metric: 'tHandle', results: [{ count: 0 }, { count: 1, gte: 1_000 }] },
      ],
    });
  });

  test.each<[object, RegExp]>([
    [{ interval: 'yesterday' }, /^interval: 'yesterday' is no interval/],
    [{ interval: '2026-01-06T00:00:00Z/2026-01-05T00:00:00Z' }, /ends before it starts/],
    [{ interval: '2026-01-01T00:00:00Z/2026-03-01T00:00:00Z' }, /longer than 31 days/],
    [{ paging: { pageSize: 101, pageNumber: 1 } }, /paging\.pageSize is 101/],
    [
      { segmentFilters: filterOf({ dimension: 'queueID' }) },
      /segmentFilters\[0\]\.predicates\[0\]\.dimension is 'queueID'; did you mean 'queueId'\?/,
    ],
    [{ segmentFilters: filterOf({ value: 'x' }) }, /names a dimension, a metric or a property/],
    [{ conversationFilters: filterOf({ metric: 'tTalk' }) }, /the metric tTalk is compared with a value or a range/],
    [{ aggregations: [{ type: 'numericRange', metric: 'tTalk' }] }, /ranges is missing/],
  ])('a query that the platform would refuse is refused: %j', (more, message) => {
    const { ask } = answeredCall();

    expect(ask(details, { interval: monday, ...more })).toMatchObject({
      status: 400,
      body: expect.stringMatching(message) as unknown,
    });
  });
});

test('with a delay a conversation is shown so long after it began, and again so long after it ended', () => {
  const { ask, id, passes } = answeredCall({ settings: { analyticsDelay: 30_000 } });
  const isShown = (): boolean => {
    const { body } = ask(details, { interval: monday });
    const ids = ((body as { readonly conversations?: readonly Shown[] }).conversations ?? []).length === 1;
    expect(ask(`GET /api/v2/analytics/conversations/${id}/details`).status).toBe(ids ? 200 : 404);
    return ids;
  };
  const shown = [29, 1, 10, 29, 1].map((seconds) => {
    passes(seconds);
    return isShown();
  });

  // After 29 s and 30 s, when it ends after 40 s, after 69 s and 70 s.
  expect(shown).toEqual([false, true, false, false, true]);
});
