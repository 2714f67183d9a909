import { days, type Duration, exp, hours, minutes, seconds, wait as waitAction } from '../../../../../src';
import { wait } from '../../../../../src/emulator/runtime/actions/wait';
import { fakeRun, outcomeOf } from '../../private/fake-run';

const HOUR = 3_600_000;

/** Milliseconds that a run sleeps which may go on for an hour. */
function slept(action: ReturnType<typeof waitAction>, endsAt = HOUR): readonly number[] {
  const times: number[] = [];
  const { run } = fakeRun({
    endsAt,
    runtime: { clock: { now: () => 0 } },
    values: { 'Flow.nothing': null },
    sleep: function* (milliseconds) {
      times.push(milliseconds);
    },
  });
  expect(outcomeOf(wait(action, run))).toBeUndefined();
  return times;
}

test.each([
  ['as long as it says', waitAction('Wait', seconds(30)), 30_000],
  ['a minute where it does not say how long', waitAction('Wait', exp<Duration>`Flow.nothing`), 60_000],
  ['longer than the run may go on, which breaks it then', waitAction('Wait', hours(2)), 2 * HOUR],
  [
    'shortened, so that a minute is left',
    waitAction('Wait', days(1), { trimDurationNearMaxRunningTime: true }),
    59 * 60_000,
  ],
  ['not shortened where it fits', waitAction('Wait', minutes(5), { trimDurationNearMaxRunningTime: true }), 300_000],
])('waits %s', (_, action, expected) => {
  expect(slept(action)).toEqual([expected]);
});

test('does not wait where less than a minute is left', () => {
  expect(slept(waitAction('Wait', days(1), { trimDurationNearMaxRunningTime: true }), 30_000)).toEqual([0]);
});
