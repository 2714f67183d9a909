import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { AUDIO } from '../flow/types';
import { way } from '../flow/jump';

/**
 * Sets the audio that the agent hears before the caller is connected. The local org only logs that the agent heard it.
 */
export const setWhisperAudio: RunAction<'setWhisperAudio'> = ({ whisperAudio, outputs }, run) => {
  const leg = onCall(run);
  leg.whisper = leg.utterance(run.value(whisperAudio, AUDIO))?.text;
  return way('success', outputs?.success);
};
