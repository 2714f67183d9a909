import type { Conversation } from '../../runtime/conversation/conversation';
import { providers } from '../../runtime/conversation/detail-events';
import type { CallSession, DisconnectType, Participant } from '../../runtime/conversation/participant';
import type { JsonObject } from '../../state/json';
import { callMetricsOf, type Metric, metricsOf } from './metrics';

/*
 * Conversations as analytics show them (documented fields). What calls of a local org never have (teams, recordings,
 * other media, surveys) is left out. Which segments and metrics a session has is believed.
 */

/** A part of a session in which one thing went on. Moments are ISO 8601. */
export interface Segment extends JsonObject {
  readonly segmentStart: string;
  readonly segmentEnd?: string | undefined;
  readonly segmentType: string;
}

/** One medium of a participant. */
export interface Session extends JsonObject {
  readonly sessionId: string;
  readonly mediaType: 'voice' | 'callback' | 'message' | 'email';
  readonly flow?: JsonObject;
  readonly metrics: readonly Metric[];
  readonly segments: readonly Segment[];
}

export interface AnalyticsParticipant extends JsonObject {
  readonly participantId: string;
  readonly purpose: string;
  readonly sessions: readonly Session[];
}

export interface AnalyticsConversation extends JsonObject {
  readonly conversationId: string;
  readonly conversationStart: string;
  /** Absent while the conversation goes on. */
  readonly conversationEnd?: string;
  readonly participants: readonly AnalyticsParticipant[];
}

/** A conversation, as far as the org has seen it. */
export function analyticsConversation(of: Conversation): AnalyticsConversation {
  const { endedAt, divisionId, externalTag } = of;
  return {
    conversationId: of.id,
    conversationStart: isoTime(of.startedAt),
    ...(endedAt === undefined ? {} : { conversationEnd: isoTime(endedAt) }),
    originatingDirection: of.direction.toLowerCase(),
    divisionIds: divisionId === undefined ? [] : [divisionId],
    ...(externalTag === undefined ? {} : { externalTag }),
    customerParticipation: true,
    participants: of.participants.map((who) => shownParticipant(of, who)),
  };
}

function shownParticipant(of: Conversation, who: Participant): AnalyticsParticipant {
  return {
    participantId: who.id,
    ...(who.name === undefined ? {} : { participantName: who.name }),
    purpose: who.purpose,
    ...(who.userId === undefined ? {} : { userId: who.userId }),
    sessions: [sessionOf(of, who), ...(who.calls ?? []).map((call) => callSessionOf(of, who, call))],
  };
}

function sessionOf(of: Conversation, who: Participant): Session {
  const flow = flowOf(of, who);
  return {
    sessionId: who.sessionId,
    mediaType: of.mediaType.toLowerCase() as Session['mediaType'],
    direction: of.direction.toLowerCase(),
    ...addressesOf(of),
    provider: providers[of.mediaType],
    remote: who.address ?? who.name ?? of.from,
    recording: false,
    ...(who.wrapupSkipped === true ? { acwSkipped: true } : {}),
    ...(flow === undefined ? {} : { flow }),
    metrics: metricsOf(of, who),
    segments: segmentsOf(of, who),
  };
}

/** The numbers of a conversation, what is known of a callback, or the addresses of a message. */
function addressesOf({ mediaType, from, to, callback }: Conversation): JsonObject {
  if (mediaType === 'VOICE') return { ani: from, dnis: to, sessionDnis: to };
  if (mediaType !== 'CALLBACK') return { addressFrom: from, addressTo: to };
  const { callbackNumbers = [], callbackUserName, callbackScheduledTime } = callback ?? {};
  return {
    ani: from,
    callbackNumbers,
    ...(callbackUserName === undefined ? {} : { callbackUserName }),
    ...(callbackScheduledTime === undefined ? {} : { callbackScheduledTime: isoTime(callbackScheduledTime) }),
  };
}

/** The call of an agent to the customer of a callback: a session of its own for both. */
function callSessionOf(of: Conversation, who: Participant, call: CallSession): Session {
  const { sessionId, startedAt, connectedAt, endedAt } = call;
  const ofCall: Participant = {
    id: who.id,
    sessionId,
    purpose: 'external',
    startedAt,
    ...(who.queueId === undefined ? {} : { queueId: who.queueId }),
    ...(connectedAt === undefined ? {} : { connectedAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(call.disconnectType === undefined ? {} : { disconnectType: call.disconnectType }),
  };
  return {
    sessionId,
    mediaType: 'voice',
    direction: 'outbound',
    ...(of.to === '' ? {} : { ani: of.to }),
    dnis: of.from,
    sessionDnis: of.from,
    provider: providers.VOICE,
    remote: of.from,
    recording: false,
    metrics: who.purpose === 'agent' ? callMetricsOf(ofCall) : [],
    segments: segmentsOf(of, ofCall),
  };
}

/** The newest flow that acted as a participant. */
function flowOf(of: Conversation, { flows = [] }: Participant): JsonObject | undefined {
  const flow = flows.at(-1);
  if (!flow) return undefined;
  const { outcomes = [], exitReason, transferType, endingLanguage } = flow;
  return {
    flowId: flow.flowId,
    flowName: flow.name,
    flowType: of.runtime.org.get('flow', flow.flowId)?.type,
    flowVersion: flow.version,
    entryType: flows.length > 1 ? 'flow' : 'dnis',
    entryReason: of.to,
    ...(exitReason === undefined ? {} : { exitReason }),
    ...(transferType === undefined ? {} : { transferType }),
    startingLanguage: flow.startingLanguage,
    ...(endingLanguage === undefined ? {} : { endingLanguage }),
    issuedCallback: false,
    outcomes: outcomes.map(({ id, name, value, startedAt, endedAt }) => ({
      flowOutcomeId: id,
      flowOutcome: name,
      flowOutcomeStartTimestamp: isoTime(startedAt),
      ...(endedAt === undefined ? {} : { flowOutcomeEndTimestamp: isoTime(endedAt) }),
      ...(value === undefined ? {} : { flowOutcomeValue: value }),
    })),
  };
}

/** The segments of a participant, in the order in which they began. */
function segmentsOf({ mediaType }: Conversation, who: Participant): readonly Segment[] {
  const segment = segmentsMadeFor(who);
  switch (who.purpose) {
    case 'agent':
    case 'user':
      return ofPerson(who, segment, mediaType === 'CALLBACK' ? 'callback' : 'interact');
    case 'external':
      return ringing(who, 'dialing', segment).concat(talking(who, segment));
    case 'ivr':
    case 'workflow':
      return [segment('ivr', who.startedAt, who.endedAt, true)];
    case 'voicemail':
      return [segment('voicemail', who.startedAt, who.endedAt, true)];
    default:
      return [segment('interact', who.startedAt, who.endedAt, true)];
  }
}

type MakeSegment = (type: string, from: number, to: number | undefined, isLast: boolean, more?: JsonObject) => Segment;

/** Makes segments with what all segments of a participant have. Only the last one says how the session ended. */
const segmentsMadeFor =
  ({ queueId, groupId, routing, disconnectType, flows = [] }: Participant): MakeSegment =>
  (segmentType, from, to, isLast, more = {}) => ({
    segmentStart: isoTime(from),
    ...(to === undefined ? {} : { segmentEnd: isoTime(to) }),
    segmentType,
    conference: false,
    ...(queueId === undefined ? {} : { queueId }),
    ...(groupId === undefined ? {} : { groupId }),
    ...(flows.length === 0 && routing === undefined ? {} : requestedBy(routing)),
    ...(isLast && to !== undefined && disconnectType !== undefined ? { disconnectType: words[disconnectType] } : {}),
    ...more,
  });

/** What a request to a queue asked for. */
function requestedBy(routing: JsonObject = {}): JsonObject {
  const ids = (list: unknown): string[] => (list as readonly { readonly id: string }[]).map(({ id }) => id);
  const skills = Array.isArray(routing['skills']) ? ids(routing['skills']) : [];
  const language = routing['language'] as { readonly id: string } | undefined;
  return {
    ...(skills.length === 0 ? {} : { requestedRoutingSkillIds: skills }),
    ...(language === undefined ? {} : { requestedLanguageId: language.id }),
  };
}

const ofPerson = (who: Participant, segment: MakeSegment, contact: string): readonly Segment[] => [
  ...ringing(who, 'alert', segment),
  ...talking(who, segment, contact),
  ...afterCallWork(who, segment),
];

const ringing = ({ startedAt, connectedAt, endedAt }: Participant, type: string, segment: MakeSegment): Segment[] => [
  segment(type, startedAt, connectedAt ?? endedAt, connectedAt === undefined),
];

/** Talk and holds by turns. */
function talking(
  { connectedAt, endedAt, holds = [], heldSince }: Participant,
  segment: MakeSegment,
  contact = 'interact',
): Segment[] {
  if (connectedAt === undefined) return [];
  const open = heldSince === undefined ? [] : [{ from: heldSince, to: endedAt }];
  const segments: Segment[] = [];
  let from = connectedAt;
  for (const hold of [...holds, ...open]) {
    if (hold.from > from) segments.push(segment(contact, from, hold.from, false));
    segments.push(segment('hold', hold.from, hold.to, hold.to !== undefined && hold.to === endedAt));
    if (hold.to === undefined) return segments;
    from = hold.to;
  }
  if (endedAt === undefined || endedAt > from || segments.length === 0) {
    segments.push(segment(contact, from, endedAt, true));
  }
  return segments;
}

function afterCallWork({ acwStartedAt, acwEndedAt, wrapup }: Participant, segment: MakeSegment): Segment[] {
  if (acwStartedAt === undefined) return [];
  const choice =
    wrapup === undefined
      ? {}
      : {
          ...(wrapup.code === undefined ? {} : { wrapUpCode: wrapup.code }),
          ...(wrapup.notes === '' ? {} : { wrapUpNote: wrapup.notes }),
        };
  return [segment('wrapup', acwStartedAt, acwEndedAt, false, choice)];
}

/** Disconnect types in the words of analytics (documented). */
const words: Readonly<Record<DisconnectType, string>> = {
  ENDPOINT: 'endpoint',
  CLIENT: 'client',
  SYSTEM: 'system',
  TRANSFER: 'transfer',
  ERROR: 'error',
  PEER: 'peer',
  TIMEOUT: 'timeout',
  NO_ANSWER_TRANSFER: 'noAnswerTransfer',
  OTHER: 'other',
};

const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString();
