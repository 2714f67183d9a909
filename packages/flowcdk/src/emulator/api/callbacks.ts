import type { NewCallback } from '../runtime/callbacks/new-callback';
import { shownCallback, shownConversation } from '../runtime/conversation/shown';
import type { Conversation } from '../runtime/conversation/conversation';
import type { JsonObject } from '../state/json';
import { type BodyOf, listOf, mapOf, object, oneOf, required, text, type ValueOf, whole, yesNo } from '../state/shape';
import type { CallbackRecord } from '../state/tables/callback';
import type { Call } from './call';
import { participantOf, writeAttributes } from './conversations';
import { page } from './paging';
import { ApiProblem, notThere, wrongValue } from './refusals';
import { Reply, type Route } from './route';

const path = '/api/v2/conversations/callbacks';
const MOST_NUMBERS = 10;

const routingData = object({
  queueId: required(text(256, 1)),
  languageId: text(256),
  label: text(256),
  priority: whole(-25_000_000, 25_000_000),
  skillIds: listOf(text(256), 100),
  preferredAgentIds: listOf(text(256), 100),
  scoredAgents: listOf(object({ agent: required(object({ id: required(text(256)) })), score: whole(0, 100) }), 100),
  routingFlags: listOf(text(256), 10),
});

const deliveryMode = oneOf('UseQueueSetting', 'UseAgentReservation', 'NoAgentReservation');
const createBody = {
  callbackNumbers: listOf(text(256), MOST_NUMBERS),
  queueId: text(256),
  routingData,
  scriptId: text(256),
  callbackUserName: text(256),
  callbackScheduledTime: text(40),
  countryCode: text(10),
  validateCallbackNumbers: yesNo,
  data: mapOf(text(100_000)),
  callerId: text(256),
  callerIdName: text(256),
  customerFirstCallbackDeliveryMode: deliveryMode,
};

const patchBody = {
  conversationId: required(text(256, 1)),
  agentId: text(256),
  queueId: text(256),
  callbackScheduledTime: text(40),
  countryCode: text(10),
  callbackNumbers: listOf(text(256), MOST_NUMBERS),
  validateCallbackNumbers: yesNo,
  customerFirstCallbackDeliveryMode: deliveryMode,
};

const refused = (code: string, message: string): ApiProblem => new ApiProblem(400, code, message);

const noNumbers = (): ApiProblem =>
  refused('callback.error.missing.callback.numbers', 'callbackNumbers has no number: nobody can be called back.');

/** The numbers of a callback. An empty text is no number. */
function numbersIn(numbers: readonly string[], validate: boolean): readonly string[] {
  const dialled = numbers.filter((number) => number.trim() !== '');
  if (dialled.length === 0) throw noNumbers();
  const wrong = validate ? dialled.find((number) => !isNumber(number)) : undefined;
  if (wrong !== undefined) throw wrongValue(`callbackNumbers: '${wrong}' is no telephone number`, 'callbackNumbers');
  return dialled;
}

/** Digits, with the signs that people write between them. */
const isNumber = (text: string): boolean =>
  /^(?:tel:)?\+?[\d ().-]{3,40}$/.test(text) && /\d{3}/.test(text.replace(/\D/g, ''));

function timeIn(sent: string | undefined): number | undefined {
  if (sent === undefined || sent === '') return undefined;
  const at = Date.parse(sent);
  if (Number.isNaN(at) || !/^\d{4}-\d\d-\d\dT/.test(sent)) {
    const message = `callbackScheduledTime is '${sent}'; expected a date with a time in ISO 8601, such as 2026-01-05T10:00:00.000Z`;
    throw wrongValue(message, 'callbackScheduledTime');
  }
  return at;
}

/** Reads the body of a request for a callback. */
function newCallback(call: Call): NewCallback {
  const body = call.object(createBody);
  const { callbackNumbers = [], routingData: routing, queueId = routing?.queueId, data } = body;
  const numbers = numbersIn(callbackNumbers, body.validateCallbackNumbers === true);
  if (queueId === undefined || queueId === '')
    throw refused('callback.error.missing.queue.id', 'The callback has neither queueId nor routingData.queueId.');
  if (!call.org.get('queue', queueId)) throw wrongValue(`queueId: there is no queue ${queueId}`, 'queueId');
  const scheduledAt = timeIn(body.callbackScheduledTime);
  const { scriptId, callerId, callerIdName, countryCode } = body;
  return {
    queueId,
    numbers,
    others: { scriptId, callerId, callerIdName, countryCode },
    data: data ?? {},
    ...(body.callbackUserName === undefined ? {} : { userName: body.callbackUserName }),
    ...(scheduledAt === undefined ? {} : { scheduledAt }),
    ...(routing === undefined ? {} : { routing: routingOf(routing) }),
  };
}

/** An agent-owned callback has one agent of score 100 (documented). */
function routingOf(routing: ValueOf<typeof routingData>): NonNullable<NewCallback['routing']> {
  const { priority = 0, skillIds, languageId, preferredAgentIds = [], scoredAgents = [], routingFlags = [] } = routing;
  const preferred = [
    ...scoredAgents.map(({ agent, score = 100 }) => ({ userId: agent.id, score })),
    ...preferredAgentIds.map((userId) => ({ userId, score: 100 })),
  ];
  const [owner] = preferred;
  const owned = routingFlags.includes('AGENT_OWNED_CALLBACK') && owner !== undefined;
  return {
    priority,
    ...(skillIds === undefined ? {} : { skillIds }),
    ...(languageId === undefined || languageId === '' ? {} : { languageId }),
    ...(preferred.length === 0 ? {} : { preferredAgents: preferred }),
    ...(owned ? { directAgentId: owner.userId } : {}),
  };
}

const identifiers = ({ id, callbackId }: CallbackRecord): JsonObject => ({
  conversation: { id, selfUri: `/api/v2/conversations/${id}` },
  callbackIdentifiers: [{ type: 'ACD', id: callbackId }],
});

const create = (call: Call): JsonObject =>
  identifiers(call.runtime.callbacks.create(newCallback(call), call.parts.place ?? {}));

/** Creates a callback for somebody whose conversation is under way. */
function createForParticipant(call: Call): Reply {
  const { conversation } = participantOf(call);
  call.runtime.callbacks.create(newCallback(call), conversation.place);
  return new Reply(201);
}

const reschedule = (call: Call): JsonObject => rescheduled(call, call.object(patchBody));

function rescheduled(call: Call, body: BodyOf<typeof patchBody>): JsonObject {
  const { conversationId, queueId, agentId, callbackNumbers } = body;
  if (!call.org.get('callback', conversationId)) throw notThere('callback', conversationId);
  if (queueId !== undefined && !call.org.get('queue', queueId))
    throw wrongValue(`queueId: there is no queue ${queueId}`, 'queueId');
  if (agentId !== undefined && agentId !== '' && !call.org.get('user', agentId))
    throw wrongValue(`agentId: there is no user ${agentId}`, 'agentId');
  const numbers =
    callbackNumbers === undefined ? undefined : numbersIn(callbackNumbers, body.validateCallbackNumbers === true);
  const scheduledAt = timeIn(body.callbackScheduledTime);
  const changed = call.runtime.callbacks.reschedule(conversationId, {
    queueId,
    numbers,
    scheduledAt,
    agentId: agentId === '' ? undefined : agentId,
  });
  if (!changed) {
    const message = `The callback ${conversationId} is not scheduled any more: an agent has it, or it is over.`;
    throw refused('bad.request', message);
  }
  return identifiers(changed);
}

const patchesBody = { patchCallbackRequests: required(listOf(object(patchBody), 50)) };

/** Changes several callbacks. Those that cannot be changed are told by their place in the list. */
function rescheduleMany(call: Call): JsonObject {
  const requests = call.object(patchesBody).patchCallbackRequests;
  const results = requests.map((request): JsonObject => {
    try {
      return rescheduled(call, request);
    } catch (problem) {
      if (!(problem instanceof ApiProblem)) throw problem;
      return { error: { code: problem.code, message: problem.message } };
    }
  });
  const errorIndexes = results.flatMap((result, i) => (result['error'] === undefined ? [] : [i]));
  return { results, errorCount: errorIndexes.length, errorIndexes };
}

/** The callbacks that the user whose token it is has now. */
function ofUser(call: Call): JsonObject {
  const { userId } = call.parts;
  const has = ({ mediaType, participants }: Conversation): boolean =>
    mediaType === 'CALLBACK' &&
    participants.some((who) => who.userId === userId && who.connectedAt !== undefined && who.endedAt === undefined);
  const all = userId === undefined ? [] : [...call.runtime.conversations.values()].filter(has);
  return page(call, all.map(shownCallback), path);
}

function callbackOf(call: Call): Conversation {
  const id = call.param('id');
  const conversation = call.runtime.conversations.get(id);
  if (conversation?.mediaType !== 'CALLBACK') throw notThere('callback', id);
  return conversation;
}

const changeBody = { state: text(50) };

/** Only `state: disconnected` has an effect (documented). */
function change(call: Call): JsonObject {
  const conversation = callbackOf(call);
  if (call.object(changeBody).state === 'disconnected') call.runtime.callbacks.cancel(conversation.id);
  else call.warn("only the state 'disconnected' has an effect");
  return shownConversation(conversation);
}

const disconnectBody = {
  callbackDisconnectIdentifiers: required(
    listOf(object({ conversationId: required(text(256)), callbackId: required(text(256)) }), 50),
  ),
};

function disconnectMany(call: Call): Reply {
  for (const { conversationId } of call.object(disconnectBody).callbackDisconnectIdentifiers)
    call.runtime.callbacks.cancel(conversationId);
  return new Reply(202);
}

const certainty = 'documented';

export const callbackRoutes: readonly Route[] = [
  {
    method: 'POST',
    path,
    does: 'creates a callback: an agent of a queue calls somebody, now or later',
    permission: 'conversation:callback:create',
    answers: [200, 400],
    certainty,
    note: 'The callback is a conversation of its own. It goes to an agent of the queue when it is due, the agent calls the first number, and the customer does what PUT /flowcdk/people says. Where the queue has the mode CustomerFirst, the org calls first, and the customer waits for an agent; what answering machines do is not emulated, and customerFirstCallbackDeliveryMode has no effect. A queue that is not there is refused with 400 (assumed).',
    body: createBody,
    handle: create,
  },
  {
    method: 'PATCH',
    path,
    does: 'changes the time, numbers, queue or agent of a scheduled callback',
    permission: 'conversation:callback:edit',
    answers: [200, 400, 404],
    certainty,
    note: 'In the cloud agentId is required, according to the document of the API; here it is not.',
    body: patchBody,
    handle: reschedule,
  },
  {
    method: 'GET',
    path: `${path}/:id`,
    does: 'tells of a callback',
    answers: [200, 404],
    certainty,
    handle: (call) => shownCallback(callbackOf(call)),
  },
  {
    method: 'GET',
    path,
    does: 'lists the active callbacks of the user whose token it is',
    answers: [200],
    certainty,
    note: 'A client has none: empty for every other token.',
    handle: ofUser,
  },
  {
    method: 'PATCH',
    path: `${path}/:id/participants/:participantId/attributes`,
    does: 'writes participant data of a callback and gives all of it',
    answers: [202, 404],
    certainty,
    handle: (call) => {
      callbackOf(call);
      return new Reply(202, writeAttributes(call));
    },
  },
  {
    method: 'POST',
    path: `${path}/bulk/update`,
    does: 'changes several scheduled callbacks',
    permission: 'conversation:callback:edit',
    answers: [200],
    certainty,
    note: 'The form of a result that is an error is assumed, as is the permission.',
    body: patchesBody,
    handle: rescheduleMany,
  },
  {
    method: 'PATCH',
    path: `${path}/:id`,
    does: 'ends a callback for everybody',
    permission: 'conversation:communication:disconnect',
    answers: [200, 404],
    certainty,
    body: changeBody,
    handle: change,
  },
  {
    method: 'POST',
    path: `${path}/bulk/disconnect`,
    does: 'ends several callbacks',
    permission: 'conversation:communication:disconnect',
    answers: [202],
    certainty,
    note: 'Callbacks that are over or not there are passed over (assumed). The permission is believed.',
    body: disconnectBody,
    handle: disconnectMany,
  },
  {
    method: 'POST',
    path: '/api/v2/conversations/:id/participants/:participantId/callbacks',
    does: 'creates a callback for somebody who takes part in a conversation',
    permission: 'conversation:callback:create',
    answers: [201, 400, 404],
    certainty,
    note: 'The callback is a conversation of its own (assumed).',
    body: createBody,
    handle: createForParticipant,
  },
];
