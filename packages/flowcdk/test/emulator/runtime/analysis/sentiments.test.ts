import { type NewSentiment, Sentiments } from '../../../../src/emulator/runtime/analysis/sentiments';
import { VirtualClock } from '../../../../src/emulator/runtime/clock';
import { Org } from '../../../../src/emulator/state/org';
import type { Sentiment } from '../../../../src/emulator/state/tables/sentiment';

const NOON = Date.UTC(2026, 0, 5, 12);

/** Conversations under way and over, and what becomes of their analysis. */
function analysed() {
  const clock = new VirtualClock(NOON);
  const org = new Org({ now: () => new Date(clock.now()), newId: () => 'id' });
  const conversations = new Map<string, { endedAt?: number }>([
    ['live', {}],
    ['over', { endedAt: NOON - 60_000 }],
  ]);
  const ready: object[] = [];
  const log = {
    add: (_: string, place: object, fields: object) =>
      ready.push({ after: (clock.now() - NOON) / 1000, ...place, ...fields }),
  };
  const sentiments = new Sentiments({ org, clock, conversations, log: log as never });
  const pass = (seconds: number): void => void clock.runNow(() => false, clock.now() + seconds * 1000);
  return { org, sentiments, ready, pass };
}

test.each<[what: string, sentiment: NewSentiment, stands: object]>([
  [
    'everything',
    { score: 40, trend: -5, trendClass: 'Declining' as never, after: 1 },
    { score: 40, trend: -5, trendClass: 'Declining', after: 1 },
  ],
  ['nothing to judge', {}, { after: 0 }],
])('what the analysis will say stands in the org: %s', (_, sentiment, stands) => {
  const { org, sentiments } = analysed();
  sentiments.set('live', sentiment);
  expect(org.get('sentiment', 'live')).toEqual({ id: 'live', ...stands });
});

test('the analysis of a call is ready some time after its end', () => {
  const { sentiments, ready, pass } = analysed();
  sentiments.set('live', { score: 40, after: 30_000 });
  pass(10);
  expect(sentiments.of('live')).toBeUndefined();
  sentiments.afterCall('live');
  pass(29);
  expect(sentiments.of('live')).toBeUndefined();
  expect(ready).toEqual([]);
  pass(1);
  expect(sentiments.of('live')).toMatchObject({ score: 40, readyAt: '2026-01-05T12:00:40.000Z' });
  expect(ready).toEqual([{ after: 40, conversationId: 'live', score: 40 }]);
});

test('without a judgement there is no score', () => {
  const { sentiments, ready, pass } = analysed();
  sentiments.set('over', {});
  pass(0);
  expect(ready).toEqual([{ after: 0, conversationId: 'over' }]);
});

test.each([
  ['counts from its end', 90_000, 30],
  ['is ready now where its time has passed', 30_000, 0],
  ['is ready now where it takes no time', undefined, 0],
])('the analysis of a call that is over %s', (_, after, seconds) => {
  const { sentiments, ready, pass } = analysed();
  sentiments.set('over', { score: 1, after });
  pass(120);
  expect(ready).toEqual([{ after: seconds, conversationId: 'over', score: 1 }]);
});

test('who says something else meanwhile is heard, the first word is not', () => {
  const { sentiments, ready, pass } = analysed();
  sentiments.set('over', { score: 1, after: 90_000 });
  pass(10);
  sentiments.set('over', { score: 2, after: 120_000 });
  pass(200);
  expect(ready).toEqual([{ after: 60, conversationId: 'over', score: 2 }]);
});

test('the end of a call that nobody analyses says nothing', () => {
  const { sentiments, ready, pass } = analysed();
  sentiments.afterCall('live');
  pass(60);
  expect(sentiments.of('live')).toBeUndefined();
  expect(ready).toEqual([]);
});

test('an org that begins again goes on with what is not ready yet', () => {
  const { org, sentiments, ready, pass } = analysed();
  const put = (id: string, seconds?: number): unknown =>
    org.put('sentiment', {
      id,
      score: 5,
      ...(seconds === undefined ? {} : { readyAt: new Date(NOON + seconds * 1000).toISOString() }),
    } as Sentiment);
  put('earlier', -1);
  put('now', 0);
  put('later', 20);
  put('unended');
  sentiments.resume();
  pass(60);
  expect(ready).toEqual([{ after: 20, conversationId: 'later', score: 5 }]);
});
