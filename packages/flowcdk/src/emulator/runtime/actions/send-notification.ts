import { ReferenceValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { STRING, USERS } from '../flow/types';
import { fail } from './failure';
import { way } from '../flow/jump';

/**
 * Sends a notification to users of the org. Only the event log gets it. The action fails if there is no receiver
 * (assumed).
 */
export const sendNotification: RunAction<'sendNotification'> = (action, run) => {
  const users = run.value(action.sendToUsers, USERS);
  const to = (Array.isArray(users) ? users : []).flatMap((user) => (user instanceof ReferenceValue ? [user.name] : []));
  if (to.length === 0) return fail(run, action, 'sendToUsers.empty', 'There is nobody to write to.');
  const subject = run.text(action.subject, STRING);
  run.log('notification.sent', {
    medium: run.text(action.notificationType, STRING) ?? 'email',
    to,
    ...(subject === undefined ? {} : { subject }),
    body: run.text(action.body, STRING) ?? '',
  });
  return way('success', action.outputs?.success);
};
