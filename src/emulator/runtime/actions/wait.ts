import { DurationValue } from '../../../architect/expressions';
import { DURATION } from '../flow/types';
import { sleep } from '../steps';
import type { RunAction } from '.';

const MINUTE = 60_000;

/** Lets time pass; a minute where the flow does not say how long (documented). */
export const wait: RunAction<'wait'> = function* ({ duration }, run) {
  const value = run.value(duration, DURATION);
  yield* sleep(run.runtime.clock, value instanceof DurationValue ? value.milliseconds : MINUTE);
  return undefined;
};
