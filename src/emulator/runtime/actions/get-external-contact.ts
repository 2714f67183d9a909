import type { RunAction } from '.';

/** The local org holds no external contacts: none is found. */
export const getExternalContact: RunAction<'getExternalContact'> = function* ({ externalResult, outputs }, run) {
  run.bind(externalResult, null);
  return yield* run.way('notFound', outputs?.notFound);
};
