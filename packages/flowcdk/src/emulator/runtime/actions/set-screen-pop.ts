import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { scriptCall } from './script-call';

/** The script the next agent sees when they are alerted, told what the flow knows now. Scripts are not looked up. */
export const setScreenPop: RunAction<'setScreenPop'> = ({ screenPopScript }, run) => {
  onCall(run).screenPop = screenPopScript && scriptCall(run, screenPopScript);
  return undefined;
};
