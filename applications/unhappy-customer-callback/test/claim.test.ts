import 'flowcdk/testing/jest';
import { minutes } from 'flowcdk';
import { failsWith } from 'flowcdk/testing';
import { unhappyCall } from './private/unhappy-calls';

// A customer gets one SMS and one call-back, however often the platform says that their call is over.

test('of two runs that begin in the same second one goes on', async () => {
  const { sms, callbacks, chat, reasons, tag } = await unhappyCall({
    options: { settings: { deliveryFaults: { duplicated: 1 } } },
  });

  expect([sms.length, callbacks.length, chat.length]).toEqual([1, 1, 1]);
  expect([...reasons].sort()).toEqual([
    expect.stringMatching(/^NOTHING TO DO: another run claimed it, callback:\d+$/),
    expect.stringMatching(/^UNHAPPY, /),
  ]);
  expect(tag).toMatch(/^callback:UNHAPPY, /);
});

test('an event that comes again a minute later does nothing', async () => {
  const { sms, callbacks, reasons } = await unhappyCall({
    options: { settings: { deliveryFaults: { duplicated: 1, delayed: 0.5, delay: minutes(30) } }, seed: 3 },
  });

  expect([sms.length, callbacks.length]).toEqual([1, 1]);
  expect(reasons.filter((reason) => reason.startsWith('UNHAPPY'))).toHaveLength(1);
  expect(reasons).toHaveLength(2);
});

test('two agents who talked to the customer are one call-back', async () => {
  const { call, sms, callbacks, reasons } = await unhappyCall({ transferred: true });

  expect(call.eventsOf('agent.wrappedUp')).toHaveLength(2);
  expect([sms.length, callbacks.length]).toEqual([1, 1]);
  expect(reasons).toHaveLength(2);
});

test.each([
  ['callback:415820137', 'NOTHING TO DO: the conversation is marked callback:415820137'],
  ['CASE-4711', 'NOT CLAIMED: another system marked it CASE-4711'],
])('a conversation that is marked %s is left alone', async (mark, reason) => {
  const { sms, callbacks, chat, reasons, tag } = await unhappyCall({
    meanwhile: (org, call) => {
      const conversation = org.runtime.conversations.get(call.conversationId);
      if (conversation) conversation.externalTag = mark;
    },
  });

  expect([sms, callbacks, chat]).toEqual([[], [], []]);
  expect(reasons).toEqual([reason]);
  expect(tag).toBe(mark);
});

test.each([
  ['Get conversation', 'FAILED: the conversation could not be read, status 503'],
  ['Tag conversation', 'FAILED: the claim could not be written, status 503'],
])('where %s fails nothing is done, and the reason says so', async (action, reason) => {
  const { sms, callbacks, reasons } = await unhappyCall({ options: { faults: { [action]: failsWith(503) } } });

  expect([sms, callbacks]).toEqual([[], []]);
  expect(reasons).toEqual([reason]);
});
