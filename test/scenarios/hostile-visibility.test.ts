import { chance } from 'flowcdk/testing';
import { everyCondition, hangsUpAt, twoCalls } from '../private/hostile-calls';

/*
 * Somebody hangs up at every event there is, in every combination of how participant data becomes visible, what the
 * databases know, and what happens to the event at the end of the call. A test run takes a sample;
 * `FLOWCDK_HOSTILE=all npx jest test/scenarios/hostile-visibility.test.ts` runs all of it, in a minute or two.
 */
const isAll = process.env['FLOWCDK_HOSTILE'] === 'all';
const SAMPLE = 1;
const INTERLEAVINGS = isAll ? 500 : 8;

jest.setTimeout(isAll ? 300_000 : 60_000);

let runs = 0;
afterAll(() => {
  if (isAll) process.stdout.write(`${runs} runs\n`);
});

/** More than there are events in a call. */
const MANY = 1_000;

describe.each(everyCondition)('with data that is $consistency, $databases, event fault $fault', (conditions) => {
  test('a caller may hang up at any event', async () => {
    const luck = chance(Object.values(conditions).join());
    const sample = Array.from({ length: SAMPLE }, () => 1 + Math.floor(luck.next() * 100));
    for (const event of isAll ? Array.from({ length: MANY }, (_, i) => i + 1) : sample) {
      const hungUp = await hangsUpAt(event, conditions);
      runs += 1;
      if (!hungUp) break;
    }
  });
});

test(`two calls at once keep to themselves: ${INTERLEAVINGS} interleavings`, async () => {
  for (let seed = 1; seed <= INTERLEAVINGS; seed += 1) {
    await twoCalls(seed).catch((problem: unknown) => {
      throw new Error(`seed ${seed}: ${(problem as Error).message}`);
    });
    runs += 1;
  }
});
