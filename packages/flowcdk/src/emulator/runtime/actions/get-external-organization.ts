import type { RunAction } from '../action-context';
import { way } from '../flow/jump';

/** The local org holds no external organisations: none is found. */
export const getExternalOrganization: RunAction<'getExternalOrganization'> = (action, run) => {
  run.bind(action.externalResult, null);
  return way('notFound', action.outputs?.notFound);
};
