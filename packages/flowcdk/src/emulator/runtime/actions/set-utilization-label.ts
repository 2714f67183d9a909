import type { RunAction } from '../action-context';
import { fail } from './failure';

/** The local org has no utilization labels. The action fails. */
export const setUtilizationLabel: RunAction<'setUtilizationLabel'> = (action, run) => {
  return fail(run, action, 'utilizationLabel.not.found', 'The local org has no utilization labels.');
};
