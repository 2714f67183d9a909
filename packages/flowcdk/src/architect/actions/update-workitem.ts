import { action, actionForm, type NodeOf } from '../action';
import { paths, required } from '../forms';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';
import { type Statement, statements } from './update-data';

export const updateWorkitemForm = actionForm({
  evidence: 'inferred',
  flows: ['workitem', 'workflow'],
  fields: { statements: required(statements), failureOutputs, outputs: paths('success', 'failure') },
});

export type UpdateWorkitemAction = NodeOf<'updateWorkitem', typeof updateWorkitemForm>;

/**
 * Update Workitem: changes properties of the workitem, as `updateData` changes variables (inferred).
 *
 * @example
 * ```ts
 * updateWorkitem('More urgent', { statements: [set(tries, 2)] })
 * ```
 * ```yaml
 * updateWorkitem:
 *   name: More urgent
 *   statements: [{ integer: { variable: Flow.tries, value: { lit: 2 } } }]
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function updateWorkitem(
  name: string,
  options: FailureOptions & { readonly statements: readonly Statement[]; readonly onSuccess?: Actions | undefined },
): UpdateWorkitemAction {
  return action(updateWorkitem, 'updateWorkitem', updateWorkitemForm, {
    name,
    statements: [...options.statements],
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
