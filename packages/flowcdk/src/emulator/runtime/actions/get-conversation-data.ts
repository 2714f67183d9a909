import type { RunAction } from '../action-context';
import { namedParticipant } from '../conversation/named-participant';
import { STRING } from '../flow/types';
import { way } from '../flow/jump';

/**
 * Reads attributes of a conversation from outside of it. The path `found` or `notFound` says whether the conversation
 * exists (documented).
 */
export const getConversationData: RunAction<'getConversationData'> = (action, run) => {
  const { conversationId, participantId, attributes, outputs } = action;
  const source = namedParticipant(run, conversationId, participantId);
  if (!source) return way('notFound', outputs?.notFound);
  const visible = source.conversation.data.of(source.participant.id);
  const read = new Map<string, string | null>();
  for (const { name, variable } of attributes ?? []) {
    const attribute = run.text(name, STRING);
    if (attribute === undefined || variable === undefined) continue;
    const value = visible.get(attribute) ?? null;
    read.set(attribute, value);
    run.set(variable, value);
  }
  run.log('attributes.read', {
    participantId: source.participant.id,
    attributes: Object.fromEntries(read),
    by: run.program.name,
  });
  return way('found', outputs?.found);
};
