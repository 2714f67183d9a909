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

/** The secure flow for the call, and its invocation data. */
export interface TransferToFlowSecureOptions extends TransferToFlowOptions {
  /** The time in which the secure flow has to answer. @default the flow's setting, 15 s */
  readonly connectTimeout?: Value<Duration> | undefined;
  /** The text that the secure flow reads as `Flow.InvocationData`. */
  readonly invocationData?: Value<string> | undefined;
}

/**
 * Transfer to Secure Flow: transfers the call to a secure call flow, for card numbers and other secrets.
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
