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

/** The audio that plays after silence, and how often it may restart. */
export interface PlayAudioOnSilenceOptions extends SilenceOptions {
  readonly audio: AudioValue;
  /** How often the audio may restart after an interruption. */
  readonly allowedRepeatCount?: Value<Integer> | undefined;
  /** The variable for the number of restarts. */
  readonly actualRepeatCount?: Assignable<Integer> | undefined;
}

/**
 * Play Audio on Silence: waits for silence, then plays audio. It serves calls to answering machines. Inferred.
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
