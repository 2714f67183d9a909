import { action, actionForm, type NodeOf } from '../action';
import { digitalFlows, voiceFlows } from '../../ground/flow-kinds';
import { objectNamed, required } from '../forms';
import { nameIn, type Named } from './named-target';
import { transferFields, type TransferOptions, transferValues } from './transfer';

export const transferToFlowForm = actionForm({
  evidence: 'seen',
  flows: [...voiceFlows, ...digitalFlows],
  ends: 'unlessFailure',
  flushesAudio: true,
  fields: { targetFlow: required(objectNamed('flow')), ...transferFields },
});

export type TransferToFlowAction = NodeOf<'transferToFlow', typeof transferToFlowForm>;

/** The flow for the call. */
export interface TransferToFlowOptions extends TransferOptions {
  /** The flow for the call: its definition or its name. */
  readonly targetFlow: Named<'flow'>;
}

/**
 * Transfer to Flow: transfers the call to another flow. The present flow ends unless the transfer fails.
 *
 * @example
 * ```ts
 * transferToFlow('To the order line', { targetFlow: orderLine })
 * ```
 * ```yaml
 * transferToFlow:
 *   name: To the order line
 *   targetFlow: { name: Order line }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function transferToFlow(name: string, options: TransferToFlowOptions): TransferToFlowAction {
  return action(transferToFlow, 'transferToFlow', transferToFlowForm, {
    name,
    targetFlow: nameIn(options.targetFlow),
    ...transferValues(options),
  });
}
