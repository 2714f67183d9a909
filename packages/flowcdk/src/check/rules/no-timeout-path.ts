import { ofCalls } from '../data-action-calls';
import type { Rule } from '../rule';
import { isHandled } from '../ways-out';
import { keyIn } from '../yaml-of';

/** A service that answers too late leads to neither success nor failure, but to the timeout path. */
export const noTimeoutPath: Rule = {
  name: 'no-timeout-path',
  family: 'data actions',
  severity: 'warning',
  protectsFrom: 'a data action that takes too long, which nobody notices',
  start: (report) => ({
    actions: ofCalls((action, { file, path }) => {
      if (isHandled(action, 'timeout')) return;
      report({
        message: 'nothing is done when the data action takes too long',
        help: 'Add outputs.timeout; it often does what outputs.failure does.',
        file,
        path,
        yaml: keyIn(action, 'outputs'),
      });
    }),
  }),
};
