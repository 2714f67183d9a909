import type { RunAction } from '../action-context';
import { AUDIO, INTEGER } from '../flow/types';
import { onCall } from '../flow/on-call';
import { timeOf } from '../voice/timeout';
import { silence, silenceTimeout } from './detect-silence';
import { way } from '../flow/jump';

/** How often the message is repeated if the action does not say (assumed). */
const USUAL_REPEATS = 3;

/**
 * Plays a message at once. If the caller's voice or a key interrupts it, it plays again after a silence (documented).
 * It takes the timeout path if there is no silence for too long (documented), or if the caller interrupts it too often
 * (believed).
 */
export const playAudioOnSilence: RunAction<'playAudioOnSilence'> = function* (action, run) {
  const { silenceDuration, timeout, outputs, allowedRepeatCount, actualRepeatCount } = action;
  const leg = onCall(run);
  const { line } = leg;
  yield* line.flush();
  const message = leg.utterance(run.value(action.audio, AUDIO));
  const defaults = run.program.tree.settingsActionDefaults?.playAudioOnSilence?.timeout;
  const duration = timeOf(run, [silenceDuration], silence.usual, silence.bounds);
  const limit = timeOf(run, [timeout, defaults], silenceTimeout.usual, silenceTimeout.bounds);
  const allowed = run.value(allowedRepeatCount, INTEGER) ?? USUAL_REPEATS;
  for (let repeats = 0; message; repeats += 1) {
    run.bind(actualRepeatCount, repeats);
    if ((yield* line.play(message, { keys: true, voice: true })) === 'heard') break;
    line.forgetKeys();
    if (repeats >= Number(allowed) || !(yield* line.silence(duration, limit))) return way('timeout', outputs?.timeout);
  }
  return way('success', outputs?.success);
};
