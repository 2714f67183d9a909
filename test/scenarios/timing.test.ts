import 'flowcdk/testing/jest';
import { milliseconds, seconds } from 'flowcdk';
import { customer } from '../../src/story/customer-databases';
import type { Consistency } from 'flowcdk/testing';
import { ADA, shipped, supportNumber } from '../private/calls';

/*
 * A caller who answers at once: the first look comes some 5 seconds into the call, the second after the question about
 * the first call, then one every few seconds. The only database answers when the case says.
 */
const consistencies: readonly Consistency[] = ['strict', 'eventual', 'hostile'];

const moments = [
  { when: 'before the first look', after: milliseconds(500), question: false },
  { when: 'between the first look and the second', after: seconds(4.9), question: true },
  { when: 'while the call only waits for it', after: seconds(4.9), question: true, quick: true },
] as const;

describe.each(consistencies)('with participant data that is %s', (consistency) => {
  test.each(moments)(
    'an identification that ends $when is used, and never waited for in silence',
    async ({ after, question, ...more }) => {
      const org = await shipped({ alpha: customer('Ada Lambert').after(after) }, { consistency });
      const call = org.call({ from: ADA, to: supportNumber });
      await call.untilBeginsToHear(/what can we do/i);
      call.presses('1');
      if (question) {
        await call.untilBeginsToHear(/first time/i);
        if ('quick' in more) call.presses('1');
      }
      await call.end({ agentAnswersAfter: seconds(5) });

      expect(call).toHaveReachedQueue('Orders');
      expect(call).toHaveBeenSilentAtMost(seconds(0.5));
      expect(call).toHaveHeard('Ada Lambert');
      expect(call).toHaveParticipantData({ 'identification.status': 'SUCCESS', 'support.greeted': 'BY_NAME' });
    },
  );

  test('one that ends after the deadline comes too late for the greeting; the agent sees it all the same', async () => {
    const slow = customer('Ada Lambert');
    const org = await shipped(
      { alpha: slow.after(seconds(4.9)), gamma: customer('nobody').after(seconds(7.9)) },
      { consistency, settings: { speakingRates: { default: 6_000 } } },
    );
    const call = org.call({ from: ADA, to: supportNumber });
    await call.end({ agentAnswersAfter: seconds(60) });
    expect(call).toHaveParticipantData({
      'identification.status': 'SUCCESS',
      'identification.customerName': 'Ada Lambert',
    });
    expect(call).toHaveReachedQueue('Customer service');
  });
});
