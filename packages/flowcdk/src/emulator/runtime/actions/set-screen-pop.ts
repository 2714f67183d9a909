import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { scriptCall } from './script-call';

/**
 * Sets the script that the next agent sees when the call rings, with the current values of its inputs. The org does not
 * check that the script exists.
 */
export const setScreenPop: RunAction<'setScreenPop'> = ({ screenPopScript }, run) => {
  onCall(run).screenPop = screenPopScript && scriptCall(run, screenPopScript);
  return undefined;
};
