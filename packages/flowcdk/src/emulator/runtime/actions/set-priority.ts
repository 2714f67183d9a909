import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { INTEGER } from '../flow/types';
import { fail } from './failure';
import { way } from '../flow/jump';

/** Changes the priority of a waiting call in its queue. Fails if the call waits in no queue (assumed). */
export const setPriority: RunAction<'setPriority'> = (action, run) => {
  const { conversation } = onCall(run);
  const priority = run.value(action.priority, INTEGER);
  if (typeof priority !== 'number') return fail(run, action, 'priority.not.set', 'The priority is NOT_SET.');
  if (!run.runtime.acd.setPriority(conversation.id, priority))
    return fail(run, action, 'not.in.queue', 'The call waits in no queue.');
  return way('success', action.outputs?.success);
};
