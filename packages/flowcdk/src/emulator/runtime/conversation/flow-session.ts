import type { FlowEnd } from '../events';

/** A flow outcome. Moments are milliseconds since 1970. */
interface OutcomeOfFlow {
  readonly id: string;
  readonly name: string;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly value?: 'SUCCESS' | 'FAILURE';
}

/** A flow that acted as a participant of a conversation. Moments are milliseconds since 1970. */
export interface FlowSession {
  readonly flowId: string;
  readonly name: string;
  readonly version: string;
  readonly startedAt: number;
  /** Tags of languages: `en-us`. */
  readonly startingLanguage: string;
  endingLanguage?: string;
  endedAt?: number;
  /** In the words of `flow.end`. */
  exitReason?: string;
  transferType?: string;
  outcomes?: readonly OutcomeOfFlow[];
}

/** In the words of `flow.end` (documented names, believed meaning). */
export const exitReasons: Readonly<Record<FlowEnd, string>> = {
  completed: 'FLOW_EXIT',
  returned: 'FLOW_EXIT',
  disconnect: 'FLOW_DISCONNECT',
  transfer: 'TRANSFER',
  hangUp: 'DISCONNECT',
  error: 'FLOW_ERROR_DISCONNECT',
  terminated: 'FLOW_EXIT',
};
