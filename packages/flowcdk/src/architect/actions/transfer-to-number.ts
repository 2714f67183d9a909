import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { required, value } from '../forms';
import type { Duration } from '../types';
import { optionalNode, orNoValue, type Value, valueNode } from '../values';
import { transferFields, type TransferOptions, transferValues } from './transfer';

export const transferToNumberForm = actionForm({
  evidence: 'inferred',
  flows: voiceFlows,
  ends: 'unlessFailure',
  flushesAudio: true,
  fields: {
    targetNumber: required(value('string')),
    connectTimeout: value('duration'),
    releaseLinkTransfer: value('boolean'),
    ...transferFields,
  },
});

export type TransferToNumberAction = NodeOf<'transferToNumber', typeof transferToNumberForm>;

/** The number for the call, and the time that it rings there. */
export interface TransferToNumberOptions extends TransferOptions {
  /** The number in E.164: `+4930123456`. */
  readonly targetNumber: Value<string>;
  /** The longest time that the call rings. @default the flow's setting */
  readonly connectTimeout?: Value<Duration> | undefined;
  /** Whether the carrier connects the two and Genesys Cloud leaves the call. */
  readonly releaseLinkTransfer?: boolean | undefined;
}

/**
 * Transfer to Number: connects the caller with an outside number. The flow ends unless the transfer fails. Inferred.
 *
 * @example
 * ```ts
 * transferToNumber('Night desk', { targetNumber: '+4930123456', failureOutputs: { errorType: status } })
 * ```
 * ```yaml
 * transferToNumber:
 *   name: Night desk
 *   targetNumber: { lit: +4930123456 }
 *   connectTimeout: { noValue: true }
 *   failureOutputs: { errorType: { var: Flow.status }, errorMessage: { noValue: true } }
 * ```
 */
export function transferToNumber(name: string, options: TransferToNumberOptions): TransferToNumberAction {
  return action(transferToNumber, 'transferToNumber', transferToNumberForm, {
    name,
    targetNumber: valueNode(options.targetNumber),
    connectTimeout: orNoValue(options.connectTimeout),
    releaseLinkTransfer: optionalNode(options.releaseLinkTransfer),
    ...transferValues(options),
  });
}
