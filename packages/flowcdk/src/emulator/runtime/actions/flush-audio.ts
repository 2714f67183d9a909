import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';

/** The caller hears what is queued, then the flow goes on (documented; that it waits is inferred). */
export const flushAudio: RunAction<'flushAudio'> = function* (_, run) {
  yield* onCall(run).line.flush();
  return undefined;
};
