import { DurationValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { BOOLEAN, DURATION } from '../flow/types';

const MINUTE = 60_000;

/**
 * Lets time pass; a minute where the flow does not say how long (documented). What is longer than a workflow may run
 * breaks it when that is over, unless the action says to shorten it (documented): then a minute is left (assumed).
 */
export const wait: RunAction<'wait'> = function* ({ duration, trimDurationNearMaxRunningTime }, run) {
  const value = run.value(duration, DURATION);
  const milliseconds = value instanceof DurationValue ? value.milliseconds : MINUTE;
  const left = run.endsAt - MINUTE - run.runtime.clock.now();
  const trims = run.value(trimDurationNearMaxRunningTime, BOOLEAN) === true;
  yield* run.sleep(Math.max(0, trims ? Math.min(milliseconds, left) : milliseconds));
  return undefined;
};
