import type { RunAction } from '../action-context';

/** Plays what is queued, then ends the call (documented). */
export const disconnect: RunAction<'disconnect'> = function* (_, run) {
  if (run.leg) yield* run.leg.line.flush();
  return { to: 'end', reason: 'disconnect' };
};
