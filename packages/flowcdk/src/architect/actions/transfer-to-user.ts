import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { required, value } from '../forms';
import type { Duration, User } from '../types';
import { optionalNode, orNoValue, type Value, valueNode } from '../values';
import { transferFields, type TransferOptions, transferValues } from './transfer';

export const transferToUserForm = actionForm({
  evidence: 'inferred',
  flows: voiceFlows,
  ends: 'unlessFailure',
  flushesAudio: true,
  fields: {
    targetUser: required(value('user')),
    connectTimeout: value('duration'),
    allowVoicemailRollover: value('boolean'),
    ...transferFields,
  },
});

export type TransferToUserAction = NodeOf<'transferToUser', typeof transferToUserForm>;

/** The user for the call, and the time that it rings there. */
export interface TransferToUserOptions extends TransferOptions {
  readonly targetUser: Value<User>;
  /** The longest time that the call rings. @default the flow's setting */
  readonly connectTimeout?: Value<Duration> | undefined;
  /** Whether voicemail may answer. */
  readonly allowVoicemailRollover?: boolean | undefined;
}

/**
 * Transfer to User: plays the queued audio, then rings a user of the organisation. The flow ends unless the transfer
 * fails. Inferred.
 *
 * @example
 * ```ts
 * transferToUser('To the agent', { targetUser: user, allowVoicemailRollover: false })
 * ```
 * ```yaml
 * transferToUser:
 *   name: To the agent
 *   targetUser: { exp: Flow.user }
 *   connectTimeout: { noValue: true }
 *   allowVoicemailRollover: { lit: false }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function transferToUser(name: string, options: TransferToUserOptions): TransferToUserAction {
  return action(transferToUser, 'transferToUser', transferToUserForm, {
    name,
    targetUser: valueNode(options.targetUser),
    connectTimeout: orNoValue(options.connectTimeout),
    allowVoicemailRollover: optionalNode(options.allowVoicemailRollover),
    ...transferValues(options),
  });
}
