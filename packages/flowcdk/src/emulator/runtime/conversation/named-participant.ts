import type { ValueNode } from '../../../architect/values';
import type { FlowRun } from '../flow/flow-run';
import { STRING } from '../flow/types';
import type { Conversation, Participant } from './conversation';

/** The participant an action means; the customer where it names none (believed: every real flow leaves it out). */
export function namedParticipant(
  run: FlowRun,
  conversationId: ValueNode | undefined,
  participantId: ValueNode | undefined,
): { readonly conversation: Conversation; readonly participant: Participant } | undefined {
  const conversation = run.runtime.conversations.get(run.text(conversationId, STRING) ?? '');
  if (!conversation) return undefined;
  const wanted = run.text(participantId, STRING);
  const participant =
    wanted === undefined ? conversation.customer : conversation.participants.find(({ id }) => id === wanted);
  return participant && { conversation, participant };
}
