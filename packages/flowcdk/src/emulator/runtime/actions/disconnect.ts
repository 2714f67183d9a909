import type { RunAction } from '../action-context';

/** Plays the queued audio, then ends the call (documented). */
export const disconnect: RunAction<'disconnect'> = function* (_, run) {
  if (run.leg) yield* run.leg.line.flush();
  return { to: 'end', reason: 'disconnect' };
};
