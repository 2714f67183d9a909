import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { audio, binding, required, value } from '../forms';
import type { Integer } from '../types';
import { type Assignable, audioNode, type AudioValue, bindingNode, optionalNode, type Value } from '../values';
import { silenceFields, type SilenceOptions, silenceValues } from './silence';

export const playAudioOnSilenceForm = actionForm({
  evidence: 'inferred',
  flows: voiceFlows,
  flushesAudio: true,
  takesTime: true,
  fields: {
    audio: required(audio),
    allowedRepeatCount: value('integer'),
    actualRepeatCount: binding('integer'),
    ...silenceFields,
  },
});

export type PlayAudioOnSilenceAction = NodeOf<'playAudioOnSilence', typeof playAudioOnSilenceForm>;

/** What is played once it is silent, and how often it may start again. */
export interface PlayAudioOnSilenceOptions extends SilenceOptions {
  readonly audio: AudioValue;
  /** How often it may start again when it is interrupted. */
  readonly allowedRepeatCount?: Value<Integer> | undefined;
  /** Where the number of times it started again goes. */
  readonly actualRepeatCount?: Assignable<Integer> | undefined;
}

/**
 * Play Audio on Silence: waits for silence, then plays; for answering machines. Inferred.
 *
 * @example
 * ```ts
 * playAudioOnSilence('Message', {
 *   audio: 'We called you.',
 *   silenceDuration: seconds(2),
 *   allowedRepeatCount: 2,
 *   actualRepeatCount: tries,
 *   onTimeout: [disconnect()],
 * })
 * ```
 * ```yaml
 * playAudioOnSilence:
 *   name: Message
 *   audio: { tts: We called you. }
 *   allowedRepeatCount: { lit: 2 }
 *   actualRepeatCount: { var: Flow.tries }
 *   silenceDuration: { lit: { seconds: 2 } }
 *   timeout: { noValue: true }
 *   outputs: { timeout: { actions: [{ disconnect: { name: Disconnect } }] } }
 * ```
 */
export function playAudioOnSilence(name: string, options: PlayAudioOnSilenceOptions): PlayAudioOnSilenceAction {
  return action(playAudioOnSilence, 'playAudioOnSilence', playAudioOnSilenceForm, {
    name,
    audio: audioNode(options.audio),
    allowedRepeatCount: optionalNode(options.allowedRepeatCount),
    actualRepeatCount: options.actualRepeatCount && bindingNode(options.actualRepeatCount),
    ...silenceValues(options),
  });
}
