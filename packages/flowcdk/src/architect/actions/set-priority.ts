import { action, actionForm, type NodeOf } from '../action';
import { paths, required, value } from '../forms';
import type { Integer } from '../types';
import { type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const setPriorityForm = actionForm({
  evidence: 'inferred',
  fields: { priority: required(value('integer')), failureOutputs, outputs: paths('success', 'failure') },
});

export type SetPriorityAction = NodeOf<'setPriority', typeof setPriorityForm>;

/**
 * Set Priority: changes the place of a waiting conversation; higher is served first. Inferred.
 *
 * @example
 * ```ts
 * setPriority('Waited long', 100, { onSuccess: [loopExit()] })
 * ```
 * ```yaml
 * setPriority:
 *   name: Waited long
 *   priority: { lit: 100 }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { success: { actions: [{ loopExit: { name: Exit Loop } }] } }
 * ```
 */
export function setPriority(
  name: string,
  priority: Value<Integer>,
  options: FailureOptions & { readonly onSuccess?: Actions | undefined } = {},
): SetPriorityAction {
  return action(setPriority, 'setPriority', setPriorityForm, {
    name,
    priority: valueNode(priority),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
