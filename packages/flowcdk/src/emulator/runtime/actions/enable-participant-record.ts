import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';

/** Notes that the caller agrees to be recorded. The local org records nothing. A second time changes nothing (documented). */
export const enableParticipantRecord: RunAction<'enableParticipantRecord'> = (_, run) => {
  const { conversation } = onCall(run);
  if (!conversation.mayBeRecorded) run.log('recording.enabled', {});
  conversation.mayBeRecorded = true;
  return undefined;
};
