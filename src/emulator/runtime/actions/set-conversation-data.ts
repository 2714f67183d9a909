import { namedParticipant } from '../conversation/named-participant';
import { writtenAttributes } from '../flow/written-attributes';
import type { RunAction } from '.';

/** Writes attributes of a conversation from outside of it; fails where there is none of that id. */
export const setConversationData: RunAction<'setConversationData'> = function* (action, run) {
  const { conversationId, participantId, attributes, outputs } = action;
  const found = namedParticipant(run, conversationId, participantId);
  if (!found) return yield* run.way('failure', outputs?.failure);
  found.conversation.data.write(found.participant.id, writtenAttributes(run, attributes), run.program.name);
  return yield* run.way('success', outputs?.success);
};
