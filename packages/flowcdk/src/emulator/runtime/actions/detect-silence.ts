import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { timeOf } from '../voice/timeout';
import { way } from '../flow/jump';

/**
 * The duration of the silence and the longest wait for it: the usual values, and the values that a flow may set
 * (documented).
 */
export const silence = { usual: 1_000, bounds: { least: 250, most: 10_000 } };
export const silenceTimeout = { usual: 40_000, bounds: { least: 1_000, most: 60_000 } };

/** Plays the queued audio, then waits until the caller has been silent for a while. */
export const detectSilence: RunAction<'detectSilence'> = function* ({ silenceDuration, timeout, outputs }, run) {
  const { line } = onCall(run);
  yield* line.flush();
  const defaults = run.program.tree.settingsActionDefaults?.detectSilence?.timeout;
  const duration = timeOf(run, [silenceDuration], silence.usual, silence.bounds);
  const limit = timeOf(run, [timeout, defaults], silenceTimeout.usual, silenceTimeout.bounds);
  return (yield* line.silence(duration, limit)) ? way('success', outputs?.success) : way('timeout', outputs?.timeout);
};
