import { action, actionForm, type NodeOf } from '../action';
import { digitalFlows, type FlowKind } from '../../ground/flow-kinds';
import { paths, required, value } from '../forms';
import type { UtilizationLabel } from '../types';
import { type Value, valueNode } from '../values';
import { botFlows } from './bot-flows';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

/** The kinds of flow that label their conversation (documented). */
export const labellingFlows: readonly FlowKind[] = [
  ...botFlows,
  ...digitalFlows,
  'inboundCall',
  'inqueueCall',
  'outboundCall',
  'voicemail',
];

export const setUtilizationLabelForm = actionForm({
  evidence: 'inferred',
  flows: labellingFlows,
  fields: {
    utilizationLabel: required(value('utilizationLabel')),
    failureOutputs,
    outputs: paths('success', 'failure'),
  },
});

export type SetUtilizationLabelAction = NodeOf<'setUtilizationLabel', typeof setUtilizationLabelForm>;

/**
 * Set Utilization Label: labels the conversation. An agent's settings limit the number of conversations per label.
 * Inferred.
 *
 * @example
 * ```ts
 * setUtilizationLabel('Long', label)
 * ```
 * ```yaml
 * setUtilizationLabel:
 *   name: Long
 *   utilizationLabel: { exp: Flow.label }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function setUtilizationLabel(
  name: string,
  utilizationLabel: Value<UtilizationLabel>,
  options: FailureOptions & { readonly onSuccess?: Actions | undefined } = {},
): SetUtilizationLabelAction {
  return action(setUtilizationLabel, 'setUtilizationLabel', setUtilizationLabelForm, {
    name,
    utilizationLabel: valueNode(utilizationLabel),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
