/** A conversation as the analytics of Genesys Cloud have it (documented), as far as a result needs it. */
export interface AnalyticsConversation {
  readonly conversationId: string;
  /** ISO 8601. */
  readonly conversationStart?: string;
  /** ISO 8601; missing while the conversation goes on. */
  readonly conversationEnd?: string;
  readonly participants?: readonly AnalyticsParticipant[];
}

export interface AnalyticsParticipant {
  readonly participantId: string;
  readonly purpose?: string;
  readonly userId?: string;
  readonly sessions?: readonly AnalyticsSession[];
}

export interface AnalyticsSession {
  readonly sessionId: string;
  readonly mediaType?: string;
  readonly direction?: string;
  readonly ani?: string;
  readonly addressFrom?: string;
  readonly segments?: readonly AnalyticsSegment[];
}

export interface AnalyticsSegment {
  readonly segmentType: string;
  readonly segmentEnd?: string;
  readonly wrapUpCode?: string;
  readonly subject?: string;
}
