import 'flowcdk/testing/jest';
import { seconds } from 'flowcdk';
import { failsWith, hangs, type LocalOrg, respondsWith } from 'flowcdk/testing';
import { CUSTOMER, RECEPTION, repairIs, withWorkshop } from './calls';

/** Somebody who asks for the repair with the ticket 4711. */
async function asksForRepair(org: LocalOrg) {
  const call = org.call({ from: CUSTOMER, to: RECEPTION });
  await call.untilBeginsToHear(/press 1/);
  call.presses('1');
  await call.untilHears(/four digits/);
  call.presses('4711');
  return call;
}

test.each([
  ['READY', 'Your bicycle is ready. You can pick it up.'],
  ['IN_WORK', 'Your bicycle is being repaired right now.'],
])('a repair that is %s: %s', async (state, text) => {
  const call = await asksForRepair(await withWorkshop(repairIs(state)));
  await call.end();

  expect(call).toHaveHeard(text);
});

test.each([
  ['does not know the ticket', respondsWith({})],
  ['fails', failsWith(503)],
  ['does not answer', hangs()],
])('a mechanic takes the call where the workshop %s', async (_, workshop) => {
  const call = await asksForRepair(await withWorkshop(workshop));
  await call.end({ agentAnswersAfter: seconds(20) });

  expect(call).toHaveReachedQueue('Mechanics');
  expect(call.eventsOf('agent.answered')).toHaveLength(1);
});

test('who presses 2 talks to a mechanic', async () => {
  const org = await withWorkshop(repairIs('READY'));
  const call = org.call({ from: CUSTOMER, to: RECEPTION });
  await call.untilBeginsToHear(/press 2/);
  call.presses('2');
  await call.end({ agentAnswersAfter: seconds(20) });

  expect(call).toHaveReachedQueue('Mechanics');
});

test.each([
  ['in the evening', '2026-01-05T19:00:00Z'],
  ['on Christmas Day', '2026-12-25T11:00:00Z'],
])('%s the workshop is closed', async (_, at) => {
  const org = await withWorkshop(repairIs('READY'), { at: new Date(at) });
  const call = org.call({ from: CUSTOMER, to: RECEPTION });
  await call.end();

  expect(call).toHaveHeard(/we are closed/i);
});
