import { ofCalls } from '../data-action-calls';
import type { Rule } from '../rule';
import { isHandled } from '../ways-out';
import { keyIn } from '../yaml-of';

/** Services fail. Without a failure path the flow goes on as if the answer had come, with old or missing values. */
export const noFailurePath: Rule = {
  name: 'no-failure-path',
  family: 'data actions',
  severity: 'warning',
  protectsFrom: 'a failed data action that nobody notices',
  start: (report) => ({
    actions: ofCalls((action, { file, path }) => {
      if (isHandled(action, 'failure')) return;
      report({
        message: 'nothing is done when the data action fails',
        help: 'Add outputs.failure with what to do then. The flow goes on after this action either way.',
        file,
        path,
        yaml: keyIn(action, 'outputs'),
      });
    }),
  }),
};
