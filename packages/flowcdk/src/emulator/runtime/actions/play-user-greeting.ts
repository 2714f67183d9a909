import { AudioValue, ReferenceValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { USER } from '../flow/types';

/**
 * Queues the greeting of a user. Users of the local org have no recorded greetings, so that the caller hears whose it
 * is. NOT_SET is not heard (assumed).
 */
export const playUserGreeting: RunAction<'playUserGreeting'> = ({ user }, run) => {
  const { line } = onCall(run);
  const who = run.value(user, USER);
  if (who instanceof ReferenceValue)
    line.queue(new AudioValue([{ kind: 'speech', text: `(greeting of ${who.name})` }]));
  return undefined;
};
