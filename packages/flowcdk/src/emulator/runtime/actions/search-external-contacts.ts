import type { RunAction } from '../action-context';
import { way } from '../flow/jump';

/** The local org holds no external contacts: none is found. */
export const searchExternalContacts: RunAction<'searchExternalContacts'> = (action, run) => {
  run.bind(action.externalResults, []);
  return way('notFound', action.outputs?.notFound);
};
