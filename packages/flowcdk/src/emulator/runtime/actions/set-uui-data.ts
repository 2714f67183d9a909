import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { STRING } from '../flow/types';

/** Sets the user-to-user information that goes out with the call. NOT_SET removes it (assumed). */
export const setUUIData: RunAction<'setUUIData'> = ({ uuiData, mode }, run) => {
  const { conversation, log } = { conversation: onCall(run).conversation, log: run };
  const data = run.text(uuiData, STRING);
  conversation.uuiData = data;
  log.log('uuiData.set', { data: data ?? '', mode: mode ?? 'transfer' });
  return undefined;
};
