import { action, actionForm, type NodeOf } from '../action';
import { paths, required, value } from '../forms';
import type { WrapupCode } from '../types';
import { type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const setWrapupCodeForm = actionForm({
  evidence: 'inferred',
  fields: { wrapupCode: required(value('wrapupCode')), failureOutputs, outputs: paths('success', 'failure') },
});

export type SetWrapupCodeAction = NodeOf<'setWrapupCode', typeof setWrapupCodeForm>;

/**
 * Set Wrap-up Code: sets the wrap-up code of a conversation that ends without an agent. Inferred.
 *
 * @example
 * ```ts
 * setWrapupCode('Helped itself', selfService)
 * ```
 * ```yaml
 * setWrapupCode:
 *   name: Helped itself
 *   wrapupCode: { lit: { name: Self service } }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function setWrapupCode(
  name: string,
  wrapupCode: Value<WrapupCode>,
  options: FailureOptions & { readonly onSuccess?: Actions | undefined } = {},
): SetWrapupCodeAction {
  return action(setWrapupCode, 'setWrapupCode', setWrapupCodeForm, {
    name,
    wrapupCode: valueNode(wrapupCode),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
