import { action, actionForm, type NodeOf } from '../action';
import { paths } from '../forms';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const disconnectWorkitemForm = actionForm({
  evidence: 'seen',
  flows: ['workitem'],
  fields: { failureOutputs, outputs: paths('success', 'failure') },
});

export type DisconnectWorkitemAction = NodeOf<'disconnectWorkitem', typeof disconnectWorkitemForm>;

/**
 * Disconnect Workitem: takes the workitem from whoever works on it; the workitem stays (believed).
 *
 * @example
 * ```ts
 * disconnectWorkitem()
 * ```
 * ```yaml
 * disconnectWorkitem:
 *   name: Disconnect Workitem
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function disconnectWorkitem(
  name = 'Disconnect Workitem',
  options: FailureOptions & { readonly onSuccess?: Actions | undefined } = {},
): DisconnectWorkitemAction {
  return action(disconnectWorkitem, 'disconnectWorkitem', disconnectWorkitemForm, {
    name,
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
