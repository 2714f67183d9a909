import { fieldsOf, itemsOf, type Json, type JsonObject } from '../../state/json';
import type { AnalyticsConversation, AnalyticsParticipant, Segment, Session } from './analytics-conversation';
import type { Subject } from './filters';

/** A conversation, or a part of it with what is around the part. */
export interface Part {
  readonly conversation: AnalyticsConversation;
  readonly participant?: AnalyticsParticipant;
  readonly session?: Session;
  readonly segment?: Segment;
}

/** The fields of dimensions that are named differently. */
const fieldNames: Readonly<Record<string, string>> = {
  divisionId: 'divisionIds',
  requestedRoutingSkillId: 'requestedRoutingSkillIds',
  requestedRouting: 'requestedRoutings',
};

/** The dimensions of flow outcomes. */
const outcomeDimensions: ReadonlySet<string> = new Set(['flowOutcome', 'flowOutcomeId', 'flowOutcomeValue']);

/** The sessions of a conversation, each with what is around it. */
export const sessionsOf = (conversation: AnalyticsConversation): (Part & { readonly session: Session })[] =>
  conversation.participants.flatMap((participant) =>
    participant.sessions.map((session) => ({ conversation, participant, session })),
  );

/** The segments of a conversation, each with what is around it. */
export const segmentsOf = (conversation: AnalyticsConversation): (Part & { readonly segment: Segment })[] =>
  sessionsOf(conversation).flatMap((part) => part.session.segments.map((segment) => ({ ...part, segment })));

/** The values of a dimension. The innermost part that has the field gives them; a session looks into its segments. */
export function valuesOf(name: string, part: Part): readonly string[] {
  const { conversation, participant, session, segment } = part;
  const field = fieldNames[name] ?? name;
  if (outcomeDimensions.has(name)) {
    return unique(itemsOf(fieldsOf(session?.flow)['outcomes']).flatMap((outcome) => texts(fieldsOf(outcome)[name])));
  }
  const segments: readonly JsonObject[] = segment ? [segment] : (session?.segments ?? []);
  const ofSegments = unique(segments.flatMap((entry) => texts(entry[field])));
  if (ofSegments.length > 0) return ofSegments;
  for (const around of [session, session?.flow, participant, conversation]) {
    const values = texts(around?.[field]);
    if (values.length > 0) return values;
  }
  return [];
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

function texts(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(texts);
  return typeof value === 'object' ? [] : [String(value)];
}

/** What filters see of a whole conversation. */
export const conversationSubject = (conversation: AnalyticsConversation): Subject => ({
  dimension: (name) => valuesOf(name, { conversation }),
  metric: (name) => {
    const { conversationStart, conversationEnd } = conversation;
    if (name === 'nConversations') return [1];
    if (name === 'tConversationDuration') {
      return conversationEnd === undefined ? [] : [Date.parse(conversationEnd) - Date.parse(conversationStart)];
    }
    return sessionsOf(conversation).flatMap(({ session }) =>
      session.metrics.flatMap((metric) => (metric.name === name ? [metric.value] : [])),
    );
  },
});

/** What filters see of a segment. */
export const segmentSubject = (part: Part & { readonly segment: Segment }): Subject => ({
  dimension: (name) => valuesOf(name, part),
  metric: (name) => {
    const { segmentStart, segmentEnd } = part.segment;
    if (name !== 'tSegmentDuration' || segmentEnd === undefined) return [];
    return [Date.parse(segmentEnd) - Date.parse(segmentStart)];
  },
});

/** What filters see of a session. */
export const sessionSubject = (part: Part): Subject => ({
  dimension: (name) => valuesOf(name, part),
  metric: () => [],
});
