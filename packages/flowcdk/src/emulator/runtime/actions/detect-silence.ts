import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { timeOf } from '../voice/timeout';
import { way } from '../flow/jump';

/** How long it is silent, and how long that may take: what the flow does not say, and what it may say (documented). */
export const silence = { usual: 1_000, bounds: { least: 250, most: 10_000 } };
export const silenceTimeout = { usual: 40_000, bounds: { least: 1_000, most: 60_000 } };

/** Plays what is queued, then waits until the caller has said nothing for a while. */
export const detectSilence: RunAction<'detectSilence'> = function* ({ silenceDuration, timeout, outputs }, run) {
  const { line } = onCall(run);
  yield* line.flush();
  const defaults = run.program.tree.settingsActionDefaults?.detectSilence?.timeout;
  const duration = timeOf(run, [silenceDuration], silence.usual, silence.bounds);
  const limit = timeOf(run, [timeout, defaults], silenceTimeout.usual, silenceTimeout.bounds);
  return (yield* line.silence(duration, limit)) ? way('success', outputs?.success) : way('timeout', outputs?.timeout);
};
