import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { required, value } from '../forms';
import type { Duration, Group } from '../types';
import { optionalNode, orNoValue, type Value, valueNode } from '../values';
import { transferFields, type TransferOptions, transferValues } from './transfer';

export const transferToGroupForm = actionForm({
  evidence: 'inferred',
  flows: voiceFlows,
  ends: 'unlessFailure',
  flushesAudio: true,
  fields: {
    targetGroup: required(value('group')),
    connectTimeout: value('duration'),
    allowVoicemailRollover: value('boolean'),
    ...transferFields,
  },
});

export type TransferToGroupAction = NodeOf<'transferToGroup', typeof transferToGroupForm>;

/** The group for the call, and the time that it rings there. */
export interface TransferToGroupOptions extends TransferOptions {
  readonly targetGroup: Value<Group>;
  /** The longest time that the call rings. @default the flow's setting */
  readonly connectTimeout?: Value<Duration> | undefined;
  /** Whether voicemail may answer. */
  readonly allowVoicemailRollover?: boolean | undefined;
}

/**
 * Transfer to Group: plays the queued audio, then rings the members of a group. The flow ends unless the transfer
 * fails. Inferred.
 *
 * @example
 * ```ts
 * transferToGroup('To the team', { targetGroup: nightDesk })
 * ```
 * ```yaml
 * transferToGroup:
 *   name: To the team
 *   targetGroup: { exp: Flow.nightDesk }
 *   connectTimeout: { noValue: true }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function transferToGroup(name: string, options: TransferToGroupOptions): TransferToGroupAction {
  return action(transferToGroup, 'transferToGroup', transferToGroupForm, {
    name,
    targetGroup: valueNode(options.targetGroup),
    connectTimeout: orNoValue(options.connectTimeout),
    allowVoicemailRollover: optionalNode(options.allowVoicemailRollover),
    ...transferValues(options),
  });
}
