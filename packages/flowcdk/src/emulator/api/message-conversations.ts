import { CannotSteer } from '../runtime/conversation/cannot-steer';
import { MessageRefused } from '../runtime/messages/message-refused';
import { shownMessages } from '../runtime/conversation/shown';
import type { JsonObject } from '../state/json';
import { anyObject, listOf, required, text } from '../state/shape';
import { shownMessage, shownReceived } from './agentless';
import type { Call } from './call';
import { conversationOf, writeAttributes } from './conversations';
import { ApiProblem, notThere, wrongValue } from './refusals';
import type { Route } from './route';

const path = '/api/v2/conversations/messages';

const agentsMessage = {
  textBody: required(text(2_000, 1)),
  mediaIds: listOf(text(256)),
  messagingTemplate: anyObject,
};

/** An agent of the conversation writes to the customer. */
function write(call: Call): JsonObject {
  const conversation = conversationOf(call);
  const { textBody, mediaIds = [], messagingTemplate } = call.object(agentsMessage);
  if (mediaIds.length > 0) throw wrongValue('mediaIds: the local org sends no media', 'mediaIds');
  if (messagingTemplate !== undefined)
    throw wrongValue('messagingTemplate: an SMS has no template', 'messagingTemplate');
  const id = call.param('communicationId');
  const agent = conversation.participants.find(({ sessionId, purpose }) => sessionId === id && purpose === 'agent');
  if (!agent) throw notThere('communication of an agent', id);
  try {
    return shownMessage(call.runtime.acd.talks.write(conversation.id, textBody));
  } catch (problem) {
    if (problem instanceof CannotSteer)
      throw new ApiProblem(403, 'conversation.error.forbidden.not.active.participant', `${problem.message}.`);
    if (problem instanceof MessageRefused) throw new ApiProblem(400, problem.code, `${problem.message}.`);
    throw problem;
  }
}

function message(call: Call): JsonObject {
  const conversation = conversationOf(call);
  const id = call.param('messageId');
  const sent = call.org.get('sentMessage', id);
  if (sent?.conversationId === conversation.id) return shownMessage(sent);
  const received = call.org.get('receivedMessage', id);
  if (received?.conversationId === conversation.id) return shownReceived(received);
  throw notThere('message', id);
}

/** Conversations of messages. */
export const messageConversationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/:id`,
    does: 'tells of a conversation of messages',
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => shownMessages(conversationOf(call)),
  },
  {
    method: 'GET',
    path: `${path}/:id/messages/:messageId`,
    does: 'tells of a message of a conversation',
    permission: 'conversation:message:view',
    answers: [200, 404],
    certainty: 'documented',
    note: 'In the cloud conversation:webmessaging:view suffices, too.',
    honours: ['useNormalizedMessage'],
    handle: message,
  },
  {
    method: 'POST',
    path: `${path}/:id/communications/:communicationId/messages`,
    does: 'writes to the customer, for the agent whose communication it is',
    permission: 'conversation:message:create',
    answers: [200, 400, 403, 404],
    certainty: 'documented',
    note: 'In the cloud only the agent can do it. Media are refused.',
    honours: ['useNormalizedMessage'],
    body: agentsMessage,
    handle: write,
  },
  {
    method: 'PATCH',
    path: `${path}/:id/participants/:participantId/attributes`,
    does: 'writes participant data of a conversation of messages and gives all of it',
    answers: [200, 404],
    certainty: 'documented',
    handle: writeAttributes,
  },
];
