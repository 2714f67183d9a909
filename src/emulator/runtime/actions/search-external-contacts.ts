import type { RunAction } from '.';

/** The local org holds no external contacts: none is found. */
export const searchExternalContacts: RunAction<'searchExternalContacts'> = function* (action, run) {
  run.bind(action.externalResults, []);
  return yield* run.way('notFound', action.outputs?.notFound);
};
