import type { RunAction } from '../action-context';
import { way } from '../flow/jump';

/** The local org has no external organisations. The lookup gives none. */
export const getExternalOrganization: RunAction<'getExternalOrganization'> = (action, run) => {
  run.bind(action.externalResult, null);
  return way('notFound', action.outputs?.notFound);
};
