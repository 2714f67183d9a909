import { defaultLimits } from '../../../../src/emulator/limits/limits';
import { LaunchLimits } from '../../../../src/emulator/runtime/triggers/launch-limits';

const MINUTE = 60_000;

/** Limits of a test, and how many launches of a workflow they let through. */
function limited(perMinute: number, perHour: number, ratio = 100) {
  let now = 0;
  const limits = new LaunchLimits(
    {
      ...defaultLimits,
      'event.orchestration.workflow.invocations.per.minute': perMinute,
      'event.orchestration.workflow.invocations.per.hour': perHour,
      'distinct.target.ratio': ratio,
    },
    () => now,
  );
  return {
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    /** What came of so many launches. */
    launches: (flow: string, times: number): readonly (string | undefined)[] =>
      Array.from({ length: times }, () => {
        const reached = limits.take(flow);
        return reached && `${reached.limit} ${reached.value}`;
      }),
  };
}

const free = (times: number): readonly undefined[] => Array.from({ length: times }, () => undefined);
const PER_MINUTE = 'event.orchestration.workflow.invocations.per.minute';
const PER_HOUR = 'event.orchestration.workflow.invocations.per.hour';

test('so many launches a minute, of all workflows together', () => {
  const { launches, pass } = limited(3, 100);
  expect(launches('a', 2)).toEqual(free(2));
  expect(launches('b', 2)).toEqual([undefined, `${PER_MINUTE} 3`]);
  pass(MINUTE);
  expect(launches('b', 1)).toEqual(free(1));
});

test('so many launches an hour', () => {
  const { launches, pass } = limited(3, 5);
  launches('a', 3);
  pass(MINUTE);
  expect(launches('a', 3)).toEqual([undefined, undefined, `${PER_HOUR} 5`]);
  pass(59 * MINUTE - 1);
  expect(launches('a', 1)).toEqual([`${PER_HOUR} 5`]);
  pass(1);
  expect(launches('a', 1)).toEqual(free(1));
});

test('so much of it for one workflow', () => {
  const { launches } = limited(10, 100, 25);
  // A quarter of ten is two, rounded down.
  expect(launches('a', 3)).toEqual([undefined, undefined, 'distinct.target.ratio 25']);
  expect(launches('b', 2)).toEqual(free(2));
});

test('a ratio of a hundred is no limit', () => expect(limited(3, 100, 100).launches('a', 3)).toEqual(free(3)));
