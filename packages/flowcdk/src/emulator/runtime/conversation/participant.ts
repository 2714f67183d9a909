import type { JsonObject } from '../../state/json';

/** What a participant is there for, in the API's words. */
export type Purpose = 'customer' | 'ivr' | 'acd' | 'agent' | 'user' | 'voicemail' | 'workflow' | 'external';

/** Why a participant left, in the words of events (documented); the API says it in lower case with dots. */
export type DisconnectType =
  'ENDPOINT' | 'CLIENT' | 'SYSTEM' | 'TRANSFER' | 'ERROR' | 'PEER' | 'TIMEOUT' | 'NO_ANSWER_TRANSFER' | 'OTHER';

/** How after-call work ended. */
export interface Wrapup {
  /** Id of the code; undefined where none was chosen and no rule sets one. */
  readonly code?: string;
  readonly notes: string;
  readonly milliseconds: number;
}

/** One side of a conversation, for some time. Moments are milliseconds since 1970. */
export interface Participant {
  readonly id: string;
  readonly sessionId: string;
  readonly purpose: Purpose;
  readonly name?: string;
  readonly address?: string;
  readonly userId?: string;
  readonly queueId?: string;
  readonly groupId?: string;
  readonly flowId?: string;
  readonly divisionId?: string;
  readonly startedAt: number;
  connectedAt?: number;
  endedAt?: number;
  disconnectType?: DisconnectType;
  /** Whether they have the other side on hold now, since when; and how long before that. */
  heldSince?: number;
  heldMs?: number;
  /** Rules of the queue for what comes after the call: `MANDATORY_TIMEOUT` … */
  wrapupPrompt?: string;
  wrapupTimeoutMs?: number;
  wrapupSkipped?: boolean;
  acwStartedAt?: number;
  acwEndedAt?: number;
  wrapup?: Wrapup;
  /** What the queue was asked for: priority, skills, language. */
  routing?: JsonObject;
}
