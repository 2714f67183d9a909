import { CannotSteer } from '../runtime/conversation/cannot-steer';
import type { Conversation } from '../runtime/conversation/conversation';
import type { Participant } from '../runtime/conversation/participant';
import type { TransferTarget } from '../runtime/settings';
import { fieldsOf, itemsOf, type JsonObject } from '../state/json';
import { listOf, object, oneOf, required, text, whole, yesNo } from '../state/shape';
import type { Call } from './call';
import { conversationOf, participantOf } from './conversations';
import { ApiProblem, wrongValue } from './refusals';
import { Reply, type Route } from './route';

const participants = '/api/v2/conversations/:id/participants/:participantId';
const blind = 'conversation:communication:blindTransfer';

const transferType = oneOf('Attended', 'Unattended');
const replaceBody = {
  userId: text(256),
  userName: text(256),
  queueId: text(256),
  address: text(256),
  voicemail: yesNo,
  transferType,
  keepInternalMessageAlive: yesNo,
};

const refused = (code: string, message: string): ApiProblem => new ApiProblem(400, code, message);

/** Lets the participant, who is the agent on the call, transfer it without talking to the receiver. */
function transfer(call: Call, targetOf: (call: Call) => TransferTarget): Reply {
  const { conversation, participant } = participantOf(call);
  const target = targetOf(call);
  if (!isTalking(participant)) {
    throw refused(
      'conversations.error.transfer.not.connected',
      `The participant ${participant.id} is no agent who talks on the call.`,
    );
  }
  try {
    call.runtime.acd.talks.transfer(conversation.id, target);
  } catch (problem) {
    if (problem instanceof CannotSteer)
      throw refused('bad.request', `The call cannot be transferred: ${problem.message}.`);
    throw problem;
  }
  return new Reply(202, {});
}

const isTalking = ({ purpose, connectedAt, endedAt }: Participant): boolean =>
  (purpose === 'agent' || purpose === 'user') && connectedAt !== undefined && endedAt === undefined;

/** An address is the id of a user, the id of a queue, or a number (documented). */
function targetIn(call: Call): TransferTarget {
  const { userId, userName, queueId, address, voicemail } = call.object(replaceBody);
  if (voicemail === true)
    throw wrongValue('voicemail: the local org does not transfer to a voicemail box', 'voicemail');
  if (userId !== undefined) return userTarget(call, userId);
  if (queueId !== undefined) return queueTarget(call, queueId);
  if (userName !== undefined) {
    const user = call.org.all('user').find(({ name }) => name === userName);
    return userTarget(call, user?.id ?? userName);
  }
  if (address === undefined || address === '') {
    throw refused(
      'conversations.error.transfer.destination.required',
      'A transfer has one of userId, queueId, userName and address.',
    );
  }
  if (call.org.get('user', address)) return { userId: address };
  return call.org.get('queue', address) ? { queueId: address } : { number: address };
}

function userTarget({ org }: Call, userId: string): TransferTarget {
  if (org.get('user', userId)) return { userId };
  throw refused('bad.request', `There is no user ${userId}.`);
}

function queueTarget({ org }: Call, queueId: string): TransferTarget {
  if (org.get('queue', queueId)) return { queueId };
  throw refused('conversations.error.queue.not.found', `There is no queue ${queueId}.`);
}

/** The ways to transfer a call, by the end of their path. */
const transfers: Readonly<Record<string, { readonly to: string; readonly target: (call: Call) => TransferTarget }>> = {
  replace: { to: 'a user, a queue or a number', target: targetIn },
  'replace/agent': {
    to: 'a user',
    target: (call) => userTarget(call, call.object({ userId: required(text(256)), transferType }).userId),
  },
  'replace/queue': {
    to: 'a queue',
    target: (call) => queueTarget(call, call.object({ queueId: required(text(256)), transferType }).queueId),
  },
  'replace/external': {
    to: 'a number',
    target: (call) => ({ number: call.object({ address: required(text(256, 1)), transferType }).address }),
  },
};

const routingBody = {
  priority: whole(-25_000_000, 25_000_000),
  skillIds: listOf(text(256), 100),
  languageId: text(256),
  labelId: text(256),
  requestScoredAgents: listOf(object({ id: required(text(256)), score: whole(0, 100) }), 100),
};

/** Changes what a call in a queue asks for. */
function changeRouting(call: Call): JsonObject {
  const conversation = conversationOf(call);
  const { priority, skillIds, languageId, labelId, requestScoredAgents } = call.object(routingBody);
  const { acd } = call.runtime;
  for (const id of skillIds ?? [])
    if (!call.org.get('skill', id)) throw wrongValue(`skillIds: there is no skill ${id}`, 'skillIds');
  if (languageId !== undefined && languageId !== '' && !call.org.get('language', languageId)) {
    throw wrongValue(`languageId: there is no language ${languageId}`, 'languageId');
  }
  const changed = acd.change(conversation.id, {
    ...(priority === undefined ? {} : { priority }),
    ...(skillIds === undefined ? {} : { skillIds }),
    ...(languageId === undefined ? {} : { languageId: languageId === '' ? undefined : languageId }),
    ...(requestScoredAgents === undefined
      ? {}
      : { preferredAgents: requestScoredAgents.map(({ id, score = 100 }) => ({ userId: id, score })) }),
  });
  if (!changed) throw refused('bad.request', `The conversation ${conversation.id} waits in no queue.`);
  if (labelId !== undefined) call.warn('labelId: labels of utilization have no effect in the local org');
  return shownRouting(conversation, call);
}

function shownRouting({ participants: all }: Conversation, { org }: Call): JsonObject {
  const routing = fieldsOf(all.findLast(({ purpose }) => purpose === 'acd')?.routing);
  const language = org.get('language', String(fieldsOf(routing['language'])['id'] ?? ''));
  return {
    priority: routing['priority'],
    skills: itemsOf(routing['skills']).flatMap((skill) => {
      const known = org.get('skill', String(fieldsOf(skill)['id']));
      return known ? [{ id: known.id, name: known.name }] : [];
    }),
    ...(language ? { language: { id: language.id, name: language.name } } : {}),
    scoredAgents: routing['scoredAgents'],
  };
}

export const conversationRoutingRoutes: readonly Route[] = [
  ...Object.entries(transfers).map(([end, { to, target }]): Route => ({
    method: 'POST',
    path: `${participants}/${end}`,
    does: `lets the agent on a call transfer it to ${to}`,
    permission: blind,
    answers: [202, 400, 404],
    certainty: 'documented',
    note: 'For replace/…, any one of several permissions suffices in the cloud; here it is this one. The participant is the agent who talks. Always without talking to the receiver first; the body of the answer is assumed.',
    handle: (call) => transfer(call, target),
  })),
  {
    method: 'PATCH',
    path: '/api/v2/routing/conversations/:id',
    does: 'changes the priority, skills, language and preferred agents of a conversation that waits in a queue',
    permission: 'routing:conversation:edit',
    answers: [200, 400, 404],
    certainty: 'documented',
    body: routingBody,
    handle: changeRouting,
  },
];
