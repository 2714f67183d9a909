import 'flowcdk/testing/jest';
import { CUSTOMER, RECEPTION, repairIs, withWorkshop } from './calls';

/** Somebody who waits for a mechanic. */
async function waits(from: string) {
  const org = await withWorkshop(repairIs('READY'));
  const call = org.call({ from, to: RECEPTION });
  await call.untilBeginsToHear(/press 2/);
  call.presses('2');
  await call.until('to wait in the queue', 'queue.entered');
  return call;
}

test('who waits hears the position and music', async () => {
  const call = await waits(CUSTOMER);
  await call.end();

  expect(call).toHaveHeard('There are 0 callers ahead of you.');
  expect(call.eventsOf('audio.started').some(({ kind }) => kind === 'music')).toBe(true);
});

test('who presses 1 is called back, and need not wait', async () => {
  const call = await waits(CUSTOMER);
  await call.untilHears(/called back/);
  call.presses('1');
  await call.end();

  expect(call.eventsOf('callback.created')).toMatchObject([{ queue: 'Mechanics', phoneNumber: `tel:${CUSTOMER}` }]);
  expect(call).toHaveHeard('We will call you back. Goodbye.');
});

test('who hides the number is not offered to be called back', async () => {
  const call = await waits('anonymous');
  await call.end();

  expect(call.heard.filter((text) => /called back/.test(text))).toEqual([]);
});
