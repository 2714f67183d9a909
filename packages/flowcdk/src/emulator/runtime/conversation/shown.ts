import { type JsonObject } from '../../state/json';
import type { Conversation } from './conversation';
import type { CallSession, DisconnectType, Participant } from './participant';

/*
 * Conversations as the API shows them (documented fields). Fields that calls of a local org never have (recordings,
 * teams, external contacts, other media) are left out or empty.
 */

/** The whole conversation, `GET /api/v2/conversations/{id}`. */
export function shownConversation(of: Conversation): JsonObject {
  return {
    ...shared(of, (who) => shownParticipant(of, who)),
    startTime: time(of.startedAt),
    ...(of.endedAt === undefined ? {} : { endTime: time(of.endedAt) }),
    ...(of.externalTag === undefined ? {} : { externalTag: of.externalTag }),
    address: of.from,
    conversationIds: [],
    state: of.endedAt === undefined ? 'connected' : 'disconnected',
    selfUri: `/api/v2/conversations/${of.id}`,
  };
}

/** The call alone, `GET /api/v2/conversations/calls/{id}`. */
export const shownCall = (of: Conversation): JsonObject => ({
  ...shared(of, (who) => shownCallParticipant(of, who)),
  otherMediaUris: [],
  selfUri: `/api/v2/conversations/calls/${of.id}`,
});

/** The callback alone, `GET /api/v2/conversations/callbacks/{id}`. */
export const shownCallback = (of: Conversation): JsonObject => ({
  ...shared(of, (who) => ({ ...shownCallParticipant(of, who), ...callbackSession(of, who), id: who.id })),
  otherMediaUris: (of.customer.calls ?? []).length === 0 ? [] : [`/api/v2/conversations/calls/${of.id}`],
  selfUri: `/api/v2/conversations/callbacks/${of.id}`,
});

/** The messages alone, `GET /api/v2/conversations/messages/{id}`. */
export const shownMessages = (of: Conversation): JsonObject => ({
  ...shared(of, (who) => ({ ...shownCallParticipant(of, who), ...digitalSession(of, who), id: who.id })),
  otherMediaUris: [],
  selfUri: `/api/v2/conversations/messages/${of.id}`,
});

const shared = (of: Conversation, participant: (who: Participant) => JsonObject): JsonObject => ({
  id: of.id,
  name: of.customer.name ?? of.from,
  participants: of.participants.map(participant),
  recentTransfers: [],
  divisions:
    of.divisionId === undefined
      ? []
      : [
          {
            division: { id: of.divisionId, selfUri: `/api/v2/authorization/divisions/${of.divisionId}` },
            entities: [],
          },
        ],
  recordingState: 'NONE',
  ...(of.utilizationLabelId === undefined ? {} : { utilizationLabelId: of.utilizationLabelId }),
  securePause: false,
  maxParticipants: 100,
});

/** The fields that both forms of a participant have. */
function common(of: Conversation, who: Participant): JsonObject {
  const { runtime } = of;
  const queue = who.queueId === undefined ? undefined : runtime.org.get('queue', who.queueId);
  return {
    id: who.id,
    startTime: time(who.startedAt),
    ...(who.connectedAt === undefined ? {} : { connectedTime: time(who.connectedAt) }),
    ...(who.endedAt === undefined ? {} : { endTime: time(who.endedAt) }),
    ...(who.name === undefined ? {} : { name: who.name }),
    ...(queue ? { queueName: queue.name } : {}),
    purpose: who.purpose,
    address: who.address ?? (who.purpose === 'customer' ? of.from : of.to),
    ani: of.from,
    ...(of.customer.name === undefined ? {} : { aniName: of.customer.name }),
    ...(of.to === '' ? {} : { dnis: of.to }),
    wrapupRequired: who.wrapupPrompt !== undefined && who.wrapupPrompt !== 'OPTIONAL',
    ...(who.wrapupPrompt === undefined ? {} : { wrapupPrompt: prompts[who.wrapupPrompt] ?? 'mandatory' }),
    ...(who.wrapupTimeoutMs === undefined ? {} : { wrapupTimeoutMs: who.wrapupTimeoutMs }),
    ...(who.wrapupSkipped === true ? { wrapupSkipped: true } : {}),
    ...(who.wrapup === undefined ? {} : { wrapup: shownWrapup(of, who) }),
    ...(who.acwStartedAt === undefined ? {} : { startAcwTime: time(who.acwStartedAt) }),
    ...(who.acwEndedAt === undefined ? {} : { endAcwTime: time(who.acwEndedAt) }),
    ...(who.routing === undefined ? {} : { conversationRoutingData: who.routing }),
    attributes: Object.fromEntries(of.data.of(who.id)),
  };
}

const shownParticipant = (of: Conversation, who: Participant): JsonObject => ({
  ...common(of, who),
  ...(who.userId === undefined ? {} : { userId: who.userId }),
  ...(who.queueId === undefined ? {} : { queueId: who.queueId }),
  ...(who.groupId === undefined ? {} : { groupId: who.groupId }),
  participantType: who.userId === undefined ? 'External' : 'Internal',
  ...sessions(of, who),
});

const shownCallParticipant = (of: Conversation, who: Participant): JsonObject => ({
  ...common(of, who),
  ...(who.userId === undefined ? {} : { user: { id: who.userId, selfUri: `/api/v2/users/${who.userId}` } }),
  ...(who.queueId === undefined
    ? {}
    : { queue: { id: who.queueId, selfUri: `/api/v2/routing/queues/${who.queueId}` } }),
  ...session(of, who),
  id: who.id,
});

/** The sessions of a participant, by their medium. */
function sessions(of: Conversation, who: Participant): JsonObject {
  switch (of.mediaType) {
    case 'VOICE':
      return { calls: [session(of, who)] };
    case 'MESSAGE':
      return { messages: [digitalSession(of, who)] };
    case 'EMAIL':
      return { emails: [digitalSession(of, who)] };
    case 'CALLBACK':
      return {
        callbacks: [callbackSession(of, who)],
        ...(who.calls === undefined ? {} : { calls: who.calls.map(callSession) }),
      };
  }
}

const digitalSession = (of: Conversation, who: Participant): JsonObject => ({
  id: who.sessionId,
  state: stateOf(who),
  direction: of.direction.toLowerCase(),
  toAddress: { addressNormalized: of.to },
  fromAddress: { addressNormalized: of.from },
});

/** The fields of a callback, for every participant (documented fields). */
const callbackSession = (of: Conversation, who: Participant): JsonObject => ({
  id: who.sessionId,
  state: callbackState(of, who),
  direction: of.direction.toLowerCase(),
  ...(who.disconnectType === undefined ? {} : { disconnectType: disconnectTypes[who.disconnectType] }),
  held: false,
  provider: 'PureCloud Callback',
  callbackNumbers: of.callback?.callbackNumbers ?? [],
  ...(of.callback?.callbackUserName === undefined ? {} : { callbackUserName: of.callback.callbackUserName }),
  ...(of.callback?.callbackScheduledTime === undefined
    ? {}
    : { callbackScheduledTime: time(of.callback.callbackScheduledTime) }),
  skipEnabled: true,
  externalCampaign: false,
  timeoutSeconds: 0,
  ...(who.connectedAt === undefined ? {} : { connectedTime: time(who.connectedAt) }),
  ...(who.endedAt === undefined ? {} : { disconnectedTime: time(who.endedAt) }),
  ...(who.purpose === 'agent' ? { afterCallWork: { state: acwState(who) } } : {}),
});

/** A callback is scheduled until it is due (documented words, believed moments). */
function callbackState(of: Conversation, who: Participant): string {
  const scheduledAt = of.callback?.callbackScheduledTime;
  const isScheduled = scheduledAt !== undefined && scheduledAt > of.runtime.clock.now();
  return who.endedAt === undefined && who.purpose === 'customer' && isScheduled ? 'scheduled' : stateOf(who);
}

const callSession = ({ sessionId, connectedAt, endedAt, disconnectType }: CallSession): JsonObject => ({
  id: sessionId,
  state: endedAt !== undefined ? 'disconnected' : connectedAt === undefined ? 'dialing' : 'connected',
  direction: 'outbound',
  ...(disconnectType === undefined ? {} : { disconnectType: disconnectTypes[disconnectType] }),
  held: false,
  muted: false,
  provider: 'Edge',
  ...(connectedAt === undefined ? {} : { connectedTime: time(connectedAt) }),
  ...(endedAt === undefined ? {} : { disconnectedTime: time(endedAt) }),
});

function session(of: Conversation, who: Participant): JsonObject {
  return {
    id: who.sessionId,
    state: stateOf(who),
    direction: of.direction.toLowerCase(),
    ...(who.disconnectType === undefined ? {} : { disconnectType: disconnectTypes[who.disconnectType] }),
    held: who.heldSince !== undefined,
    muted: false,
    provider: 'Edge',
    ...(who.connectedAt === undefined ? {} : { connectedTime: time(who.connectedAt) }),
    ...(who.endedAt === undefined ? {} : { disconnectedTime: time(who.endedAt) }),
    ...(of.uuiData === undefined ? {} : { uuiData: of.uuiData }),
    ...(who.purpose === 'agent' ? { afterCallWork: { state: acwState(who) } } : {}),
  };
}

const stateOf = ({ endedAt, connectedAt }: Participant): string =>
  endedAt !== undefined ? 'disconnected' : connectedAt === undefined ? 'alerting' : 'connected';

/** The state of after-call work: `unknown`, `notApplicable`, `skipped`, `pending` or `complete` (documented). */
function acwState({ endedAt, wrapup, wrapupSkipped, acwStartedAt }: Participant): string {
  if (wrapup) return 'complete';
  if (wrapupSkipped === true) return 'skipped';
  return acwStartedAt === undefined && endedAt !== undefined ? 'notApplicable' : 'pending';
}

/** How after-call work ended, in the form of its own endpoint. */
export function shownWrapup(of: Conversation, { wrapup, acwEndedAt }: Participant): JsonObject {
  const code = wrapup?.code;
  const name = code === undefined ? undefined : (of.runtime.org.get('wrapupCode', code)?.name ?? code);
  return {
    ...(code === undefined ? {} : { code, name }),
    notes: wrapup?.notes ?? '',
    tags: [],
    durationSeconds: Math.round((wrapup?.milliseconds ?? 0) / 1000),
    ...(acwEndedAt === undefined ? {} : { endTime: time(acwEndedAt) }),
    provisional: false,
  };
}

/** Queues and participants name the same rules differently (documented names, believed pairs). */
const prompts: Readonly<Record<string, string>> = {
  OPTIONAL: 'optional',
  MANDATORY: 'mandatory',
  MANDATORY_TIMEOUT: 'timeout',
  MANDATORY_FORCED_TIMEOUT: 'forcedTimeout',
  AGENT_REQUESTED: 'agentRequested',
};

/** Disconnect types in the API: lower case with dots (documented). */
const disconnectTypes: Readonly<Record<DisconnectType, string>> = {
  ENDPOINT: 'endpoint',
  CLIENT: 'client',
  SYSTEM: 'system',
  TRANSFER: 'transfer',
  ERROR: 'error',
  PEER: 'peer',
  TIMEOUT: 'timeout',
  NO_ANSWER_TRANSFER: 'transfer.noanswer',
  OTHER: 'other',
};

const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
