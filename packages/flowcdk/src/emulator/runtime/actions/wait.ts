import { DurationValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { BOOLEAN, DURATION } from '../flow/types';

const MINUTE = 60_000;

/**
 * Lets time pass, a minute if the duration is NOT_SET (documented). If the wait is longer than the workflow may still
 * run, the workflow breaks when its time is over. If the action asks to shorten the wait (documented), a minute is left
 * after it (assumed).
 */
export const wait: RunAction<'wait'> = function* ({ duration, trimDurationNearMaxRunningTime }, run) {
  const value = run.value(duration, DURATION);
  const milliseconds = value instanceof DurationValue ? value.milliseconds : MINUTE;
  const left = run.endsAt - MINUTE - run.runtime.clock.now();
  const trims = run.value(trimDurationNearMaxRunningTime, BOOLEAN) === true;
  yield* run.sleep(Math.max(0, trims ? Math.min(milliseconds, left) : milliseconds));
  return undefined;
};
