import type { SupportResult } from '../inbox/finished-call';
import type { AnalyticsConversation, AnalyticsParticipant, AnalyticsSession } from './analytics-conversation';

/** A result that a finished conversation should have left, and its idempotency key. */
export interface ExpectedResult {
  readonly key: string;
  readonly body: SupportResult;
  readonly party: 'agent' | 'customer';
}

/**
 * The results of a conversation: one for each agent whose after-call work is over, and one of the customer where no agent
 * took the call. A conversation that goes on has none yet.
 */
export function resultsOf(conversation: AnalyticsConversation): readonly ExpectedResult[] {
  const { conversationEnd, participants = [] } = conversation;
  if (conversationEnd === undefined) return [];
  const agents = resultsFor('agent', conversation);
  const hadAgent = participants.some(
    ({ purpose, sessions = [] }) =>
      purpose === 'agent' &&
      sessions.some(({ segments = [] }) => segments.some(({ segmentType }) => segmentType === 'interact')),
  );
  if (agents.length > 0 || hadAgent) return agents;
  return resultsFor('customer', conversation).slice(0, 1);
}

const resultsFor = (purpose: 'agent' | 'customer', conversation: AnalyticsConversation): readonly ExpectedResult[] =>
  (conversation.participants ?? [])
    .filter(
      (participant) =>
        participant.purpose === purpose || (purpose === 'customer' && participant.purpose === 'external'),
    )
    .flatMap((participant) =>
      (participant.sessions ?? [])
        .filter(
          ({ segments = [] }) => purpose === 'customer' || segments.some(({ segmentType }) => segmentType === 'wrapup'),
        )
        .map((session) => ({ ...resultOf(conversation, participant, session), party: purpose })),
    );

function resultOf(
  { conversationId, conversationEnd = '', participants = [] }: AnalyticsConversation,
  { participantId, userId }: AnalyticsParticipant,
  { sessionId, mediaType, direction, segments = [], ...session }: AnalyticsSession,
): Omit<ExpectedResult, 'party'> {
  const wrapUp = segments.findLast(({ segmentType }) => segmentType === 'wrapup');
  const customer = participants.find(({ purpose }) => purpose === 'customer' || purpose === 'external');
  const [caller] = customer?.sessions ?? [];
  return {
    key: [conversationId, participantId, sessionId].join('/'),
    body: {
      conversationId,
      eventTime: wrapUp?.segmentEnd ?? conversationEnd,
      direction,
      mediaType,
      ani: session.ani ?? caller?.ani ?? session.addressFrom ?? caller?.addressFrom,
      subject: segments.find(({ subject }) => subject !== undefined)?.subject,
      wrapupCode: wrapUp?.wrapUpCode,
      userId,
    },
  };
}
