import { type } from '../../../architect/expressions';
import { Dialled } from '../conversation/dialled';
import { BOOLEAN } from '../flow/types';
import { connectTimeout, dial } from '../voice/dial';
import { toMailbox } from '../voice/mailbox';
import { isFailure, target, transferCall, type Transferred } from '../voice/transfer';
import type { RunAction } from './';

const GROUP = type('group');

/** Rings the members of a group all at once (assumed); where none answers, voicemail does if it may. */
export const transferToGroup: RunAction<'transferToGroup'> = function* (action, run) {
  const group = target(run, action.targetGroup, GROUP, 'group');
  const timeout = connectTimeout(run, action.connectTimeout, 'transferToGroup');
  const voicemail = run.value(action.allowVoicemailRollover, BOOLEAN) === true;
  return yield* transferCall(run, action, function* (leg) {
    if (isFailure(group)) return group;
    const members = Dialled.group(run.runtime, leg, group);
    const name = group.name;
    const result: Transferred =
      members.length === 0
        ? { errorType: 'no.answer', to: name, errorMessage: `nobody is in the group '${name}'` }
        : yield* dial(run, members, 'GROUP', timeout);
    return 'errorType' in result && voicemail ? toMailbox(run, { kind: 'group', entity: group }, undefined) : result;
  });
};
