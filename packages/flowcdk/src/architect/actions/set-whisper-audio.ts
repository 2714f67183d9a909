import { action, actionForm, type NodeOf } from '../action';
import { voiceFlows } from '../../ground/flow-kinds';
import { audio, paths, required } from '../forms';
import { audioNode, type AudioValue } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { errorBindings, failureOutputs, type FailureOptions } from './failure';

export const setWhisperAudioForm = actionForm({
  evidence: 'inferred',
  flows: voiceFlows,
  fields: { whisperAudio: required(audio), failureOutputs, outputs: paths('success', 'failure') },
});

export type SetWhisperAudioAction = NodeOf<'setWhisperAudio', typeof setWhisperAudioForm>;

/**
 * Set Whisper Audio: sets the audio that the agent hears before the connection with the caller. Inferred.
 *
 * @example
 * ```ts
 * setWhisperAudio('Say who it is', say`It is ${customerName}`)
 * ```
 * ```yaml
 * setWhisperAudio:
 *   name: Say who it is
 *   whisperAudio: { exp: "ToAudioTTS(Append(\"It is \", Flow.customerName))" }
 *   failureOutputs: { errorType: { noValue: true }, errorMessage: { noValue: true } }
 * ```
 */
export function setWhisperAudio(
  name: string,
  whisperAudio: AudioValue,
  options: FailureOptions & { readonly onSuccess?: Actions | undefined } = {},
): SetWhisperAudioAction {
  return action(setWhisperAudio, 'setWhisperAudio', setWhisperAudioForm, {
    name,
    whisperAudio: audioNode(whisperAudio),
    failureOutputs: errorBindings(options.failureOutputs),
    outputs: pathsOf({ success: branchOf(options.onSuccess), failure: branchOf(options.onFailure) }),
  });
}
