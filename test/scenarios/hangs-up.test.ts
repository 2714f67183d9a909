import 'flowcdk/testing/jest';
import { seconds } from 'flowcdk';
import { customer } from '../../src/story/customer-databases';
import type { EventName, TestCall } from 'flowcdk/testing';
import { ADA, shipped, supportNumber } from '../private/calls';

/** Lets a call come to a stage of its life, with a database that answers after eight seconds. */
async function upTo(stage: (call: TestCall) => Promise<unknown>) {
  const org = await shipped({ alpha: customer('Ada Lambert').after(seconds(4)) });
  const call = org.call({ from: ADA, to: supportNumber });
  await stage(call);
  call.hangsUp();
  await call.end();
  return { org, call };
}

const happens = (call: TestCall, type: EventName): Promise<unknown> => call.until(`for ${type}`, type);

describe('a caller may hang up at any moment, and nothing has to be undone', () => {
  test.each<{ when: string; stage: (call: TestCall) => Promise<unknown> }>([
    { when: 'at once', stage: (call) => call.waits(seconds(0)) },
    { when: 'while the identification is launched', stage: (call) => happens(call, 'dataAction.started') },
    { when: 'during the greeting', stage: (call) => call.untilBeginsToHear(/thank you for calling/i) },
    { when: 'while the reason is asked', stage: (call) => call.untilHears(/what can we do/i) },
    {
      when: 'in the queue',
      stage: async (call) => {
        await call.untilHears(/what can we do/i);
        call.presses('1');
        await happens(call, 'queue.entered');
      },
    },
  ])('$when', async ({ stage }) => {
    const { org, call } = await upTo(stage);
    expect(call.ended).toBe(true);
    // The workflow is its own: it ends by itself, whether or not anybody listens.
    expect(org.runtime.executions.all().every(({ status }) => status === 'COMPLETED')).toBe(true);
    // No agent took the call: nothing is reported.
    expect(org.service('backOffice').requests).toEqual([]);
    expect(org.clock.idle).toBe(true);
  });

  test('what the workflow finds later stays with the conversation', async () => {
    const { call } = await upTo((caller) => caller.untilBeginsToHear(/thank you for calling/i));
    expect(call).toHaveParticipantData({ 'identification.status': 'SUCCESS' });
  });

  test('while the agent talks: the call is reported as if the agent had ended it', async () => {
    const org = await shipped();
    const call = org.call({ from: ADA, to: supportNumber });
    org.clock.after(120_000, () => call.hangsUp());
    await call.end({ agentAnswersAfter: seconds(5), talksFor: seconds(600), wrapUp: 'Wrong number' });
    expect(call.eventsOf('call.ended')).toMatchObject([{ by: 'caller' }]);
    expect(org.service('backOffice')).toHaveReceivedOnce({ conversationId: call.conversationId });
  });
});
