import type { RunAction } from '../action-context';
import { way } from '../flow/jump';

/** The local org has no external contacts. The search gives none. */
export const searchExternalContacts: RunAction<'searchExternalContacts'> = (action, run) => {
  run.bind(action.externalResults, []);
  return way('notFound', action.outputs?.notFound);
};
