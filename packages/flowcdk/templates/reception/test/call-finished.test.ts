import 'flowcdk/testing/jest';
import { seconds } from 'flowcdk';
import { failsWith, respondsWith, type Service } from 'flowcdk/testing';
import { CUSTOMER, RECEPTION, withWorkshop } from './calls';

/** Somebody talks to a mechanic, who then has the work after the call. */
async function finishedCall(workshop: Service) {
  const org = await withWorkshop(workshop);
  const call = org.call({ from: CUSTOMER, to: RECEPTION });
  await call.untilBeginsToHear(/press 2/);
  call.presses('2');
  await call.end({ agentAnswersAfter: seconds(10), talksFor: seconds(120), wrapUp: 'Question answered' });
  return { call, notes: org.service('workshop').requests };
}

test('a finished call is noted once', async () => {
  const { call, notes } = await finishedCall(respondsWith({}));

  expect(notes).toMatchObject([{ json: { conversationId: call.conversationId } }]);
});

test('a workshop that fails at first is told again', async () => {
  const { notes } = await finishedCall(respondsWith({}).first(2, failsWith(503)));

  expect(notes).toHaveLength(3);
});
