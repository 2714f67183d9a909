import { fail } from './failure';
import type { RunAction } from './';

/** The local org has no utilization labels: it fails. */
export const setUtilizationLabel: RunAction<'setUtilizationLabel'> = (action, run) => {
  return fail(run, action, 'utilizationLabel.not.found', 'The local org has no utilization labels.');
};
