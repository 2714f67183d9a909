import type { User } from '../../state/tables/user';
import type { Group } from '../../state/tables/group';
import { type } from '../../../architect/expressions';
import type { Run, RunAction } from '../action-context';
import { BOOLEAN } from '../flow/types';
import { connectTimeout, dial } from '../voice/dial';
import { toMailbox } from '../voice/mailbox';
import { isFailure, target, transferCall, type Transferred } from '../voice/transfer';

const GROUP = type('group');

/**
 * Rings all members of a group at once (assumed). If nobody answers, voicemail does, provided that the action allows
 * it.
 */
export const transferToGroup: RunAction<'transferToGroup'> = function* (action, run) {
  const group = target(run, action.targetGroup, GROUP, 'group');
  const timeout = connectTimeout(run, action.connectTimeout, 'transferToGroup');
  const voicemail = run.value(action.allowVoicemailRollover, BOOLEAN) === true;
  return yield* transferCall(run, action, function* (leg) {
    if (isFailure(group)) return group;
    const members = membersOf(run, group).map((user) => run.runtime.calls.user(leg, user));
    const name = group.name;
    const result: Transferred =
      members.length === 0
        ? { errorType: 'no.answer', to: name, errorMessage: `nobody is in the group '${name}'` }
        : yield* dial(run, members, 'GROUP', timeout);
    return 'errorType' in result && voicemail ? toMailbox(run, { kind: 'group', entity: group }, undefined) : result;
  });
};

/** The members of a group who are users of the org. */
const membersOf = (run: Run, { memberIds = [] }: Group): readonly User[] =>
  memberIds.flatMap((id) => run.runtime.org.get('user', id) ?? []);
