import type { RunAction } from '../action-context';
import { callData } from './call-data';

/** Runs a secure data action as Call Data runs others (form and behaviour inferred). */
export const callDataSecure: RunAction<'callDataSecure'> = (action, run) =>
  callData({ ...action, kind: 'callData' }, run);
