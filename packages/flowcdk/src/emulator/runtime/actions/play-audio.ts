import { AudioValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { AUDIO } from '../flow/types';
import { onCall } from '../flow/on-call';

/** Only puts audio in the queue (documented), unless the audio itself asks to be played at once. */
export const playAudio: RunAction<'playAudio'> = function* ({ audio }, run) {
  const { line } = onCall(run);
  const value = run.value(audio, AUDIO);
  line.queue(value);
  if (value instanceof AudioValue && value.flushNow) yield* line.flush();
  return undefined;
};
