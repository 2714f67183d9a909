import { ReferenceValue } from '../../../architect/expressions';
import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { WRAPUP_CODE } from '../flow/types';
import { fail } from './failure';
import { way } from '../flow/jump';

/**
 * Gives the flow's participant a wrap-up code, and publishes an event of its own (inferred). Fails if the code is
 * NOT_SET (assumed).
 */
export const setWrapupCode: RunAction<'setWrapupCode'> = (action, run) => {
  const { conversation } = onCall(run);
  const code = run.value(action.wrapupCode, WRAPUP_CODE);
  if (!(code instanceof ReferenceValue)) return fail(run, action, 'wrapupCode.not.set', 'The wrap-up code is NOT_SET.');
  const { flowParticipant: participant } = conversation;
  if (participant) {
    participant.wrapup = { code: code.id, notes: '', milliseconds: 0 };
    run.runtime.detail.wrapup(conversation, participant);
  }
  return way('success', action.outputs?.success);
};
