import type { RunAction } from '../action-context';
import { namedParticipant } from '../conversation/named-participant';
import { writtenAttributes } from '../flow/written-attributes';
import { way } from '../flow/jump';

/** Writes attributes of a conversation from outside of it. Fails if no conversation has the id. */
export const setConversationData: RunAction<'setConversationData'> = (action, run) => {
  const { conversationId, participantId, attributes, outputs } = action;
  const target = namedParticipant(run, conversationId, participantId);
  if (!target) return way('failure', outputs?.failure);
  target.conversation.data.write(target.participant.id, writtenAttributes(run, attributes), run.program.name);
  return way('success', outputs?.success);
};
