import type { RunAction } from '../action-context';
import { way } from '../flow/jump';

/** The local org holds no external contacts: none is found. */
export const getExternalContact: RunAction<'getExternalContact'> = ({ externalResult, outputs }, run) => {
  run.bind(externalResult, null);
  return way('notFound', outputs?.notFound);
};
