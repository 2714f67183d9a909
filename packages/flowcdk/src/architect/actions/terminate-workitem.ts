import { action, actionForm, type NodeOf } from '../action';
import { paths } from '../forms';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const terminateWorkitemForm = actionForm({
  evidence: 'inferred',
  flows: ['workitem'],
  fields: { failureOutputs, outputs: paths('success', 'failure') },
});

export type TerminateWorkitemAction = NodeOf<'terminateWorkitem', typeof terminateWorkitemForm>;

/**
 * Terminate Workitem: ends the workitem (inferred).
 *
 * @example
 * ```ts
 * terminateWorkitem('Done', { onSuccess: [loopExit()] })
 * ```
 * ```yaml
 * terminateWorkitem:
 *   name: Done
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { success: { actions: [{ loopExit: { name: Exit Loop } }] } }
 * ```
 */
export function terminateWorkitem(
  name = 'Terminate Workitem',
  options: FailureOptions & { readonly onSuccess?: Actions | undefined } = {},
): TerminateWorkitemAction {
  return action(terminateWorkitem, 'terminateWorkitem', terminateWorkitemForm, {
    name,
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
