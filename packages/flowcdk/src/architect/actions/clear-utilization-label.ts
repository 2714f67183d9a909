import { action, actionForm, type NodeOf } from '../action';
import { assumedPaths } from '../inside';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';
import { labellingFlows } from './set-utilization-label';

export const clearUtilizationLabelForm = actionForm({
  evidence: 'inferred',
  shape: 'assumed',
  flows: labellingFlows,
  fields: { failureOutputs, outputs: assumedPaths('success', 'failure') },
});

export type ClearUtilizationLabelAction = NodeOf<'clearUtilizationLabel', typeof clearUtilizationLabelForm>;

/**
 * Clear Utilization Label: takes the label from the conversation. A flow can do it five times (documented). Its form in
 * YAML is assumed: nobody has seen it in a file.
 *
 * @example
 * ```ts
 * clearUtilizationLabel('Not long any more')
 * ```
 * ```yaml
 * clearUtilizationLabel:
 *   name: Not long any more
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function clearUtilizationLabel(
  name: string,
  options: FailureOptions & { readonly onSuccess?: Actions | undefined } = {},
): ClearUtilizationLabelAction {
  return action(clearUtilizationLabel, 'clearUtilizationLabel', clearUtilizationLabelForm, {
    name,
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
