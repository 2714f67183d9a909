import type { ValueNode } from '../../../architect/values';
import type { ConversationRecord, Run } from '../action-context';
import { STRING } from '../flow/types';
import type { Participant } from './participant';

/** The participant that an action names, else the customer (believed: every real flow leaves the participant out). */
export function namedParticipant(
  run: Run,
  conversationId: ValueNode | undefined,
  participantId: ValueNode | undefined,
): { readonly conversation: ConversationRecord; readonly participant: Participant } | undefined {
  const conversation = run.runtime.conversations.get(run.text(conversationId, STRING) ?? '');
  if (!conversation) return undefined;
  const idInFlow = run.text(participantId, STRING);
  const participant =
    idInFlow === undefined ? conversation.customer : conversation.participants.find(({ id }) => id === idInFlow);
  return participant && { conversation, participant };
}
