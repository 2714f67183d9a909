import type { RunAction } from '../action-context';
import { onCall } from '../flow/on-call';
import { STRING } from '../flow/types';
import { fail } from './failure';

/**
 * Marks the conversation with a key of another system. `Call.ExternalTag` gives it back. The action fails if the key is
 * NOT_SET (assumed).
 */
export const setExternalTag: RunAction<'setExternalTag'> = (action, run) => {
  const { conversation } = onCall(run);
  const tag = run.text(action.externalTag, STRING);
  if (tag === undefined) return fail(run, action, 'externalTag.not.set', 'The external tag is NOT_SET.');
  conversation.externalTag = tag;
  return undefined;
};
