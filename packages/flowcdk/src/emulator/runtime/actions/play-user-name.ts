import { AudioValue, ReferenceValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { USER } from '../flow/types';

/**
 * Queues the name of a user as spoken text: users of the local org have no recorded names. NOT_SET is not heard
 * (assumed).
 */
export const playUserName: RunAction<'playUserName'> = ({ user }, run) => {
  const { line } = onCall(run);
  const who = run.value(user, USER);
  if (who instanceof ReferenceValue) line.queue(new AudioValue([{ kind: 'speech', text: who.name }]));
  return undefined;
};
