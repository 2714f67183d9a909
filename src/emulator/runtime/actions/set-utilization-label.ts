import { fail } from './failure';
import type { RunAction } from '.';

/** The local org has no utilization labels: it fails. */
export const setUtilizationLabel: RunAction<'setUtilizationLabel'> = function* (action, run) {
  return yield* fail(run, action, 'utilizationLabel.not.found', 'The local org has no utilization labels.');
};
