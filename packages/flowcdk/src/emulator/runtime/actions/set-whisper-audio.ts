import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { AUDIO } from '../flow/types';
import { way } from '../flow/jump';

/** What the agent hears before the caller is connected; nothing more of it is emulated than that it is said. */
export const setWhisperAudio: RunAction<'setWhisperAudio'> = ({ whisperAudio, outputs }, run) => {
  const leg = onCall(run);
  leg.whisper = leg.utterance(run.value(whisperAudio, AUDIO))?.text;
  return way('success', outputs?.success);
};
