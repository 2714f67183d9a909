import 'flowcdk/testing/jest';
import { minutes, seconds } from 'flowcdk';
import { ADA, unhappyCall } from './private/unhappy-calls';

// The call-back itself: a supervisor calls the customer, and that is the end of it.

test('a supervisor reaches the customer a few minutes after the call', async () => {
  const { org, callbacks, call } = await unhappyCall();

  expect(org.callbacks).toHaveReached(ADA);
  expect(callbacks).toMatchObject([
    {
      queue: 'Supervisors',
      outcome: 'reached',
      data: { 'Unhappy call': call.conversationId, Sentiment: '-60.0' },
    },
  ]);
});

test('the work after the call-back starts nothing', async () => {
  const { org } = await unhappyCall();
  const [callback] = org.callbacks.all;
  const runs = org.events.filter(({ type }) => type === 'flow.started').length;
  await org.waits(minutes(120));

  expect(callback?.events.some(({ type }) => type === 'agent.wrappedUp')).toBe(true);
  // The call of the customer line, and the one run of the workflow.
  expect(runs).toBe(2);
  expect(org.events.filter(({ type }) => type === 'flow.started')).toHaveLength(2);
  expect(org.callbacks.all).toHaveLength(1);
});

test('a customer who does not answer at first is called again where the queue says so', async () => {
  const { org, callbacks } = await unhappyCall({
    options: {
      settings: {
        callbackAgents: {
          answersAfter: seconds(10),
          talksFor: seconds(60),
          wrapsUpIn: seconds(5),
          tries: 2,
          triesAgainAfter: minutes(10),
        },
      },
    },
    meanwhile: (org) => org.person(ADA, { calls: [{ busy: true }, { answersAfter: seconds(4) }] }),
  });

  expect(callbacks[0]?.attempts.map(({ outcome }) => outcome)).toEqual(['busy', 'answered']);
  expect(org.sms).toHaveReceivedOnce(ADA, /colleague will call you/);
});

test('somebody who calls twice and is unhappy twice is two cases', async () => {
  const { org } = await unhappyCall();
  const again = org.call({ from: ADA, to: '+442079460101' });
  again.sentiment(-80, { after: seconds(30) });
  await again.end({ agentAnswersAfter: seconds(5) });

  expect(org.callbacks.to(ADA)).toHaveLength(2);
});

test('a call that no agent took is no case', async () => {
  const { callbacks, reasons } = await unhappyCall({ agentAnswers: false });

  expect([callbacks, reasons]).toEqual([[], []]);
});

test.each([
  ['Complaint handled', 1],
  ['Something else', 0],
])('where only the wrap-up code %s counts, a complaint starts %d runs', async (wrapUpCode, runs) => {
  const { reasons } = await unhappyCall({ settings: { wrapUpCode } });

  expect(reasons).toHaveLength(runs);
});
