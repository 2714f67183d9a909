import type { Conversation } from '../runtime/conversation/conversation';
import type { Participant } from '../runtime/conversation/participant';
import { TooMuchParticipantData } from '../runtime/conversation/participant-data';
import { shownCall, shownConversation, shownWrapup } from '../runtime/conversation/shown';
import { fieldsOf, type JsonObject } from '../state/json';
import type { Call } from './call';
import { page } from './paging';
import { notThere, wrongValue } from './refusals';
import { Reply, type Route } from './route';
import { mapOf, required, text } from '../state/shape';

const path = '/api/v2/conversations';
const LONGEST_TEXT = 100_000;

/**
 * The cloud may answer with a text or nothing. The local org answers with an object, so that a data action whose
 * contract is an object does not fail after its effect.
 */
const UNKNOWN_ANSWER = 'nobody has published what the cloud answers here; do not rely on the body of this answer';

export function conversationOf(call: Call): Conversation {
  const id = call.param('id');
  const conversation = call.runtime.conversations.get(id);
  if (!conversation) throw notThere('conversation', id);
  return conversation;
}

export function participantOf(call: Call): { readonly conversation: Conversation; readonly participant: Participant } {
  const conversation = conversationOf(call);
  const id = call.param('participantId');
  const participant = conversation.participant(id);
  if (!participant) throw notThere(`participant of the conversation ${conversation.id}`, id);
  return { conversation, participant };
}

/**
 * Changes only the attributes that the body names (inferred from the verb). When others see the change depends on the
 * consistency setting of the org.
 */
export function writeAttributes(call: Call): JsonObject {
  const { conversation, participant } = participantOf(call);
  const body = call.object({ attributes: required(mapOf(text(LONGEST_TEXT))) });
  const attributes = Object.fromEntries(
    Object.entries(fieldsOf(body.attributes)).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    ),
  );
  try {
    conversation.data.write(participant.id, attributes, 'the API');
  } catch (problem) {
    if (problem instanceof TooMuchParticipantData) throw wrongValue(`attributes: ${problem.message}`, 'attributes');
    throw problem;
  }
  return { attributes: { ...Object.fromEntries(conversation.data.of(participant.id)), ...attributes } };
}

const certainty = 'documented';

export const conversationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    does: 'lists the active conversations of the person whose token it is',
    answers: [200],
    certainty: 'believed',
    note: 'Nobody is a person here, and a client has no conversations of its own: always empty.',
    handle: (call) => page(call, [], path),
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    lives: true,
    does: 'tells of a conversation: participants, their attributes, calls and wrap-ups',
    permission: 'conversation:communication:view',
    answers: [200, 404],
    certainty,
    handle: (call) => shownConversation(conversationOf(call)),
  },
  {
    method: 'GET',
    path: `${path}/calls/:id`,
    lives: true,
    does: 'tells of a call',
    answers: [200, 404],
    certainty,
    handle: (call) => shownCall(conversationOf(call)),
  },
  {
    method: 'PATCH',
    path: `${path}/:id/participants/:participantId/attributes`,
    lives: true,
    does: 'writes participant data',
    answers: [202, 404],
    certainty,
    note: 'The status of success is assumed.',
    handle: (call) => {
      writeAttributes(call);
      return new Reply(202);
    },
  },
  {
    method: 'PATCH',
    path: `${path}/calls/:id/participants/:participantId/attributes`,
    lives: true,
    does: 'writes participant data of a call and gives all of it',
    answers: [200, 404],
    certainty,
    handle: writeAttributes,
  },
  {
    method: 'GET',
    path: `${path}/:id/participants/:participantId/wrapup`,
    lives: true,
    does: 'gives the wrap-up of a participant',
    answers: [200, 404],
    certainty,
    note: 'Without one it is empty (assumed).',
    handle: (call) => {
      const { conversation, participant } = participantOf(call);
      return participant.wrapup ? shownWrapup(conversation, participant) : {};
    },
  },
  {
    method: 'PUT',
    path: `${path}/:id/tags`,
    lives: true,
    does: 'marks a conversation with a key of another system',
    permission: 'conversation:externalTag:edit',
    answers: [200, 404],
    certainty,
    note: 'The body of its answer is assumed.',
    handle: (call) => {
      const conversation = conversationOf(call);
      const { externalTag } = call.object({ externalTag: required(text(LONGEST_TEXT)) });
      conversation.externalTag = externalTag;
      call.warn(UNKNOWN_ANSWER);
      return { externalTag };
    },
  },
  {
    method: 'POST',
    path: `${path}/:id/disconnect`,
    lives: true,
    does: 'ends a conversation for everybody, after-call work too',
    permission: 'conversation:communication:disconnect',
    answers: [202, 404],
    certainty,
    note: 'The body of its answer is assumed.',
    handle: (call) => {
      const { id } = conversationOf(call);
      const leg = call.runtime.calls.legOf(id);
      if (leg) call.runtime.calls.end(leg, 'system');
      call.runtime.acd.talks.endWrapUp(id);
      call.warn(UNKNOWN_ANSWER);
      return new Reply(202, {});
    },
  },
];
