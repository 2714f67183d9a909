import type { ConversationRecord, Run } from '../action-context';
import { type Branch, type Way, way } from '../flow/jump';
import { fail } from './failure';
import { countSuccess, isOftenEnough, TOO_OFTEN, tooOften } from './often-enough';

type CanFail = Parameters<typeof fail>[1] & { readonly kind: string; readonly outputs?: { readonly success?: Branch } };

/** How often a flow can change the label (documented for Clear, believed for Set). */
const MOST = 5;

/**
 * Changes the label of the conversation, or takes the failure path in the words of the platform (documented).
 *
 * @param change gives the reason why nothing was changed; undefined if all is well
 */
export function changeLabel(
  run: Run,
  action: CanFail,
  change: (conversation: ConversationRecord) => string | undefined,
): Way {
  if (isOftenEnough(run, action.kind, MOST)) return fail(run, action, TOO_OFTEN, tooOften(MOST));
  const conversation = run.leg?.conversation;
  if (!conversation) return fail(run, action, 'InvalidConversation', 'The flow runs without a conversation.');
  const problem = change(conversation);
  if (problem !== undefined) return fail(run, action, 'GeneralError', problem);
  countSuccess(run, action.kind);
  return way('success', action.outputs?.success);
}
