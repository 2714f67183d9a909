import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';

/** Plays the queued audio (documented). The flow waits until the caller has heard it (inferred). */
export const flushAudio: RunAction<'flushAudio'> = function* (_, run) {
  yield* onCall(run).line.flush();
  return undefined;
};
