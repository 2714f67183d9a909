import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { STRING } from '../flow/types';
import { fail } from './failure';

/** Marks the conversation with a key of another system, which `Call.ExternalTag` gives back; NOT_SET fails (assumed). */
export const setExternalTag: RunAction<'setExternalTag'> = (action, run) => {
  const { conversation } = onCall(run);
  const tag = run.text(action.externalTag, STRING);
  if (tag === undefined) return fail(run, action, 'externalTag.not.set', 'The external tag is NOT_SET.');
  conversation.externalTag = tag;
  return undefined;
};
