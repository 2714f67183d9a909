import type { RunAction } from '../action-context';
import { way } from '../flow/jump';

/** The local org has no external contacts. The lookup gives none. */
export const getExternalContact: RunAction<'getExternalContact'> = ({ externalResult, outputs }, run) => {
  run.bind(externalResult, null);
  return way('notFound', outputs?.notFound);
};
