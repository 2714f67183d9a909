import { action, actionForm, type NodeOf } from '../action';
import { paths, required, value } from '../forms';
import { type Value, valueNode } from '../values';
import { branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const setExternalTagForm = actionForm({
  evidence: 'inferred',
  fields: { externalTag: required(value('string')), failureOutputs, outputs: paths('failure') },
});

export type SetExternalTagAction = NodeOf<'setExternalTag', typeof setExternalTagForm>;

/**
 * Set External Tag: marks the conversation with a key of another system, so that reports can find it. Inferred.
 *
 * @example
 * ```ts
 * setExternalTag('Case', customerId, { onFailure: [disconnect()] })
 * ```
 * ```yaml
 * setExternalTag:
 *   name: Case
 *   externalTag: { exp: Flow.customerId }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { failure: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function setExternalTag(
  name: string,
  externalTag: Value<string>,
  options: FailureOptions = {},
): SetExternalTagAction {
  return action(setExternalTag, 'setExternalTag', setExternalTagForm, {
    name,
    externalTag: valueNode(externalTag),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ failure: branchOf(options.onFailure) }),
  });
}
