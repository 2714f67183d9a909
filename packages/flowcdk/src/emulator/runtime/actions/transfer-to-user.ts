import { BOOLEAN } from '../flow/types';
import { type } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { connectTimeout, dial } from '../voice/dial';
import { toMailbox } from '../voice/mailbox';
import { isFailure, target, transferCall } from '../voice/transfer';

const USER = type('user');

/** Rings a user of the org. If the user does not answer, voicemail does, provided that the action allows it. */
export const transferToUser: RunAction<'transferToUser'> = function* (action, run) {
  const user = target(run, action.targetUser, USER, 'user');
  const timeout = connectTimeout(run, action.connectTimeout, 'transferToUser');
  const voicemail = run.value(action.allowVoicemailRollover, BOOLEAN) === true;
  return yield* transferCall(run, action, function* (leg) {
    if (isFailure(user)) return user;
    const result = yield* dial(run, [run.runtime.calls.user(leg, user)], 'USER', timeout);
    return 'errorType' in result && voicemail ? toMailbox(run, { kind: 'user', entity: user }, undefined) : result;
  });
};
