import 'flowcdk/testing/jest';
import { failsWith, hangs, respondsWith, tooManyRequests } from 'flowcdk/testing';
import { unhappyCall } from './private/unhappy-calls';

// SMS, call-back and chat are independent: what fails is named, and stops nothing else.

const due = 'DUE 2026-01-05T10:09:\\d\\dZ';

test.each([
  ['Send SMS', failsWith(500), `FAILED IN PART, sentiment -60.0: SMS FAILED 500.*; call-back ${due}; chat POSTED`],
  ['Create scheduled callback', failsWith(400), 'FAILED IN PART, .*: SMS SENT; call-back FAILED 400.*; chat POSTED'],
  ['Post to chat', failsWith(404), `FAILED IN PART, .*: SMS SENT; call-back ${due}; chat FAILED 404.*`],
])('where %s fails the other two are done', async (action, failure, reason) => {
  const { sms, callbacks, chat, reasons, tag } = await unhappyCall({ options: { faults: { [action]: failure } } });

  expect(sms.length + callbacks.length + chat.length).toBe(2);
  expect(reasons).toEqual([expect.stringMatching(new RegExp(`^${reason}$`))]);
  expect(tag).toBe(`callback:${reasons[0]}`);
});

test('where all three fail the reason names each', async () => {
  const faults = {
    'Send SMS': failsWith(401),
    'Create scheduled callback': failsWith(503),
    'Post to chat': failsWith(404),
  };
  const { reasons } = await unhappyCall({ options: { faults } });

  expect(reasons).toEqual([
    expect.stringMatching(/^FAILED IN PART, .*SMS FAILED 401.*; call-back FAILED 503.*; chat FAILED 404/),
  ]);
});

test('too many requests are tried again: nothing was done, so nothing is done twice', async () => {
  const sent = respondsWith({ id: 'm' }).first(2, tooManyRequests());
  const { org, reasons } = await unhappyCall({ options: { faults: { 'Send SMS': sent } } });

  expect(org.service('Send SMS').requests).toHaveLength(3);
  expect(reasons).toEqual([expect.stringMatching(/: SMS SENT; /)]);
});

test('too many requests are not tried for ever', async () => {
  const { org, reasons } = await unhappyCall({ options: { faults: { 'Send SMS': tooManyRequests() } } });

  expect(org.service('Send SMS').requests).toHaveLength(3);
  expect(reasons).toEqual([expect.stringMatching(/^FAILED IN PART, .*: SMS FAILED 429/)]);
});

test('no answer may mean that it was done, so it is not tried again', async () => {
  const { org, reasons } = await unhappyCall({ options: { faults: { 'Create scheduled callback': hangs() } } });

  expect(org.service('Create scheduled callback').requests).toHaveLength(1);
  expect(reasons).toEqual([expect.stringMatching(/^FAILED IN PART, .*; call-back (FAILED|NOT CONFIRMED)/)]);
});

test('a result that cannot be marked is in the reason', async () => {
  const { reasons, tag } = await unhappyCall({
    options: { faults: { 'Tag conversation': failsWith(503).first(1, respondsWith({})) } },
  });

  expect(reasons).toEqual(['NOTHING TO DO: another run claimed it, ']);
  expect(tag).toBeUndefined();
});

test.each([
  ['sms', [0, 1, 1], `UNHAPPY, sentiment -60.0: SMS OFF; call-back ${due}; chat POSTED`],
  ['callback', [1, 0, 1], 'UNHAPPY, sentiment -60.0: SMS SENT; call-back OFF; chat POSTED'],
  ['chat', [1, 1, 0], `UNHAPPY, sentiment -60.0: SMS SENT; call-back ${due}; chat OFF`],
] as const)('%s can be switched off', async (way, counts, reason) => {
  const { sms, callbacks, chat, reasons } = await unhappyCall({ settings: { [way]: { enabled: false } } });

  expect([sms.length, callbacks.length, chat.length]).toEqual(counts);
  expect(reasons).toEqual([expect.stringMatching(new RegExp(`^${reason}$`))]);
});

test('a dry run only marks', async () => {
  const { sms, callbacks, chat, reasons, tag } = await unhappyCall({ settings: { dryRun: true } });

  expect([sms, callbacks, chat]).toEqual([[], [], []]);
  expect(reasons).toEqual(['DRY RUN: unhappy, sentiment -60.0']);
  expect(tag).toBe('callback:DRY RUN: unhappy, sentiment -60.0');
});
