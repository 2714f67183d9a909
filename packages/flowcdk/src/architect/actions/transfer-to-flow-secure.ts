import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { objectNamed, required, value } from '../forms';
import type { Duration } from '../types';
import { optionalNode, orNoValue, type Value } from '../values';
import { nameIn } from './named-target';
import { transferFields, transferValues } from './transfer';
import type { TransferToFlowOptions } from './transfer-to-flow';

export const transferToFlowSecureForm = actionForm({
  evidence: 'seen',
  flows: voiceFlows,
  ends: 'unlessFailure',
  flushesAudio: true,
  fields: {
    targetFlow: required(objectNamed('flow')),
    connectTimeout: value('duration'),
    preTransferAudio: transferFields.preTransferAudio,
    invocationData: value('string'),
    failureTransferAudio: transferFields.failureTransferAudio,
    failureOutputs: transferFields.failureOutputs,
    outputs: transferFields.outputs,
  },
});

export type TransferToFlowSecureAction = NodeOf<'transferToFlowSecure', typeof transferToFlowSecureForm>;

/** Which secure flow goes on with the call, and what it is told. */
export interface TransferToFlowSecureOptions extends TransferToFlowOptions {
  /** How long the secure flow may take to answer. @default the flow's setting, 15 s */
  readonly connectTimeout?: Value<Duration> | undefined;
  /** What the secure flow reads as `Flow.InvocationData`. */
  readonly invocationData?: Value<string> | undefined;
}

/**
 * Transfer to Secure Flow: a secure call flow goes on, for card numbers and the like.
 *
 * @example
 * ```ts
 * transferToFlowSecure('Pay', {
 *   targetFlow: 'Pay by card',
 *   connectTimeout: seconds(20),
 *   invocationData: customerId,
 *   failureTransferAudio: 'That did not work.',
 * })
 * ```
 * ```yaml
 * transferToFlowSecure:
 *   name: Pay
 *   targetFlow: { name: Pay by card }
 *   connectTimeout: { lit: { seconds: 20 } }
 *   invocationData: { exp: Flow.customerId }
 *   failureTransferAudio: { tts: That did not work. }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function transferToFlowSecure(name: string, options: TransferToFlowSecureOptions): TransferToFlowSecureAction {
  return action(transferToFlowSecure, 'transferToFlowSecure', transferToFlowSecureForm, {
    name,
    targetFlow: nameIn(options.targetFlow),
    connectTimeout: orNoValue(options.connectTimeout),
    invocationData: optionalNode(options.invocationData),
    ...transferValues(options),
  });
}
