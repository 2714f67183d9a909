import type { JsonObject } from '../../state/json';
import type { FlowSession } from './flow-session';

/** The purpose of a participant, in the API's words. */
export type Purpose = 'customer' | 'ivr' | 'acd' | 'agent' | 'user' | 'voicemail' | 'workflow' | 'external';

/** Why a participant left, in the words of events (documented). The API writes it in lower case with dots. */
export type DisconnectType =
  'ENDPOINT' | 'CLIENT' | 'SYSTEM' | 'TRANSFER' | 'ERROR' | 'PEER' | 'TIMEOUT' | 'NO_ANSWER_TRANSFER' | 'OTHER';

/** The medium of a conversation, in the words of events (documented). */
export type MediaType = 'VOICE' | 'CALLBACK' | 'MESSAGE' | 'EMAIL';

/** What events say about a callback. */
export interface CallbackFields {
  readonly callbackNumbers: readonly string[];
  readonly callbackUserName?: string;
  /** Milliseconds since 1970. */
  readonly callbackScheduledTime?: number;
}

/** The call that belongs to a callback, from the side of one participant. */
export interface CallSession {
  readonly sessionId: string;
  readonly startedAt: number;
  connectedAt?: number;
  endedAt?: number;
  disconnectType?: DisconnectType;
}

/** How after-call work ended. */
export interface Wrapup {
  /** Id of the code; undefined if the agent chose none and no rule sets one. */
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
  /**
   * Since when the participant has the other side on hold; undefined if they do not. `heldMs`: the milliseconds of
   * earlier holds.
   */
  heldSince?: number;
  heldMs?: number;
  /** The holds that are over, oldest first. */
  holds?: { readonly from: number; readonly to: number }[];
  /** How the call left the queue. */
  acdOutcome?: 'ANSWERED' | 'ABANDON' | 'FLOW_OUT';
  /** The flows that acted as the participant, oldest first. */
  flows?: FlowSession[];
  /** The queue's rule for after-call work: `MANDATORY_TIMEOUT` … */
  wrapupPrompt?: string;
  wrapupTimeoutMs?: number;
  wrapupSkipped?: boolean;
  acwStartedAt?: number;
  acwEndedAt?: number;
  wrapup?: Wrapup;
  /** The routing of the request: priority, skills, language. */
  routing?: JsonObject;
  /** In a callback: the calls to the customer, oldest first. */
  calls?: CallSession[];
}
