import 'flowcdk/testing/jest';
import { failsWith, hangs, respondsWith, tooManyRequests } from 'flowcdk/testing';
import { unhappyCall } from './private/unhappy-calls';

// When a customer counts as unhappy, and how long the sentiment is waited for.

test.each([
  [-100, true],
  [-20.5, true],
  [-20, false],
  [-5, false],
  [0, false],
  [80, false],
])('with a sentiment of %s the customer is unhappy: %s', async (sentiment, unhappy) => {
  const { sms, callbacks, reasons, tag } = await unhappyCall({ sentiment });

  expect([sms.length, callbacks.length]).toEqual(unhappy ? [1, 1] : [0, 0]);
  expect(reasons).toEqual([expect.stringMatching(unhappy ? /^UNHAPPY, / : /^NOT UNHAPPY: sentiment /)]);
  expect(tag).toBe(`callback:${reasons[0]}`);
});

test.each([0, 90, 600, 14 * 60])('a sentiment that is known %d seconds after the call counts', async (after) => {
  const { callbacks } = await unhappyCall({ after });

  expect(callbacks).toHaveLength(1);
});

test('without an analysis the sentiment is unknown, not negative', async () => {
  const { call, sms, callbacks, reasons, tag } = await unhappyCall({ sentiment: null });
  const looks = call.eventsOf('dataAction.ended').filter(({ dataAction }) => dataAction === 'Get sentiment');

  expect(looks).toHaveLength(15);
  expect([sms, callbacks]).toEqual([[], []]);
  expect(reasons).toEqual(['UNKNOWN: no sentiment, last look: status 404']);
  expect(tag).toBe('callback:UNKNOWN: no sentiment, last look: status 404');
});

test.each([
  [
    'has no score',
    respondsWith({ conversation: { id: 'c' } }),
    'UNKNOWN: no sentiment, last look: no score in the answer',
  ],
  ['never comes', hangs(), /^UNKNOWN: no sentiment, last look: /],
  ['is an error', failsWith(503), 'UNKNOWN: no sentiment, last look: status 503'],
  ['is that nobody may ask', failsWith(403), 'FAILED: sentiment refused, 403'],
])('the reason says so where the answer %s', async (_, answer, reason) => {
  const { sms, callbacks, reasons } = await unhappyCall({ options: { faults: { 'Get sentiment': answer } } });

  expect(reasons).toEqual([typeof reason === 'string' ? reason : expect.stringMatching(reason)]);
  expect([sms, callbacks]).toEqual([[], []]);
});

test('too many requests are no reason to give up', async () => {
  const sentiment = respondsWith({ sentimentScore: -60 }).first(2, tooManyRequests());
  const { callbacks } = await unhappyCall({ options: { faults: { 'Get sentiment': sentiment } } });

  expect(callbacks).toHaveLength(1);
});
