import { defined } from '../../ground/defined';
import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import type { Group, PhoneNumber, User } from '../types';
import { optionalAudioNode, type AudioValue, orNoValue, type Readable, type Value, valueNode } from '../values';
import { voicemailDestination } from '../voicemail-destination';
import { transferFields, type TransferOptions, transferValues } from './transfer';
import type { QueueTarget } from './transfer-to-acd';

export const transferToVoicemailForm = actionForm({
  evidence: 'seen',
  flows: voiceFlows,
  ends: 'unlessFailure',
  flushesAudio: true,
  fields: {
    destination: voicemailDestination,
    ...transferFields,
  },
});

export type TransferToVoicemailAction = NodeOf<'transferToVoicemail', typeof transferToVoicemailForm>;

/** The owner of the voicemail. A queue answers its voicemail with a callback. Users and groups are inferred. */
export type VoicemailDestination =
  | {
      readonly targetQueue: QueueTarget;
      /** The number for the callback. @default the caller's number */
      readonly callbackNumber?: Readable<PhoneNumber> | undefined;
      /** The name of the person to ask for. */
      readonly calleeName?: Value<string> | undefined;
    }
  | { readonly targetUser: Value<User> }
  | { readonly targetGroup: Value<Group> };

/** The owner of the voicemail, and the greeting before the tone. */
export type TransferToVoicemailOptions = TransferOptions &
  VoicemailDestination & {
    /** @default the greeting of the queue, user or group */
    readonly voicemailGreeting?: AudioValue | undefined;
  };

/**
 * Transfer to Voicemail: lets the caller leave a message. The flow ends unless the transfer fails.
 *
 * @example
 * ```ts
 * transferToVoicemail('Leave a message', {
 *   targetQueue: orders,
 *   callbackNumber,
 *   voicemailGreeting: 'After the tone.',
 *   onFailure: [disconnect()],
 * })
 * ```
 * ```yaml
 * transferToVoicemail:
 *   name: Leave a message
 *   destination:
 *     queue:
 *       targetQueue: { lit: { name: Orders } }
 *       callbackNumber: { exp: Flow.callbackNumber }
 *       calleeName: { noValue: true }
 *       voicemailGreeting: { tts: After the tone. }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 *   outputs: { failure: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function transferToVoicemail(name: string, options: TransferToVoicemailOptions): TransferToVoicemailAction {
  return action(transferToVoicemail, 'transferToVoicemail', transferToVoicemailForm, {
    name,
    destination: destinationOf(options),
    ...transferValues(options),
  });
}

function destinationOf(options: TransferToVoicemailOptions): { readonly kind: string; readonly content: object } {
  const greeted = defined({ voicemailGreeting: optionalAudioNode(options.voicemailGreeting) });
  if ('targetUser' in options) {
    return { kind: 'user', content: { targetUser: valueNode(options.targetUser), ...greeted } };
  }
  if ('targetGroup' in options) {
    return { kind: 'group', content: { targetGroup: valueNode(options.targetGroup), ...greeted } };
  }
  const { targetQueue, callbackNumber, calleeName } = options;
  const queue = {
    targetQueue: valueNode(targetQueue),
    callbackNumber: orNoValue(callbackNumber),
    calleeName: orNoValue(calleeName),
  };
  return { kind: 'queue', content: { ...queue, ...greeted } };
}
