import type { RunAction } from '../action-context';
import { BOOLEAN } from '../flow/types';
import { way } from '../flow/jump';

/** Takes the path `yes` only if the condition is true (documented). */
export const decision: RunAction<'decision'> = ({ condition, outputs }, run) => {
  return run.value(condition, BOOLEAN) === true ? way('yes', outputs?.yes) : way('no', outputs?.no);
};
