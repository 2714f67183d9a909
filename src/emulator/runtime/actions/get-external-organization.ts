import type { RunAction } from '.';

/** The local org holds no external organisations: none is found. */
export const getExternalOrganization: RunAction<'getExternalOrganization'> = function* (action, run) {
  run.bind(action.externalResult, null);
  return yield* run.way('notFound', action.outputs?.notFound);
};
