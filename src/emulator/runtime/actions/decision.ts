import { BOOLEAN } from '../flow/types';
import type { RunAction } from '.';

/** Only a condition that is true takes `yes` (documented). */
export const decision: RunAction<'decision'> = function* ({ condition, outputs }, run) {
  return run.value(condition, BOOLEAN) === true
    ? yield* run.way('yes', outputs?.yes)
    : yield* run.way('no', outputs?.no);
};
