import { optional } from '../../architect/data-action-contract';
import { json, list, oneOf, string } from '../../architect/types';
import { conversationTopic, topic } from '../topic';
import { disconnectType, session, text, whole } from './fields';

const exitReasons = [
  'UNKNOWN',
  'DISCONNECT',
  'FLOW_DISCONNECT',
  'FLOW_ERROR_DISCONNECT',
  'TRANSFER',
  'SESSION_EXPIRE_DISCONNECT',
  'RECOGNITION_FAILURE_DISCONNECT',
  'RECOGNITION_FAILURE_EXIT',
  'USER_EXIT',
  'FLOW_EXIT',
  'FLOW_ERROR_EXIT',
] as const;

const transferTypes = [
  'UNKNOWN',
  'ACD',
  'USER',
  'NUMBER',
  'ACD_VOICEMAIL',
  'USER_VOICEMAIL',
  'GROUP_VOICEMAIL',
  'GROUP',
  'FLOW',
  'SECURE_FLOW',
  'RETURN_TO_AGENT',
] as const;

const flow = { ...session, flowType: text(), flowId: string(), divisionId: text(), flowVersion: text() };

/** An Architect flow has started. Its payload is published; whether triggers may listen is unknown. */
export const conversationFlowStart = topic(
  conversationTopic('flow.start'),
  'An Architect flow has started',
  flow,
  'unknown',
);

/** An Architect flow has ended. Its payload is published; whether triggers may listen is unknown. */
export const conversationFlowEnd = topic(
  conversationTopic('flow.end'),
  'An Architect flow has ended',
  {
    ...flow,
    disconnectType,
    connectedDurationMs: whole(),
    exitReason: optional(oneOf(exitReasons)),
    transferType: optional(oneOf(transferTypes)),
  },
  'unknown',
);

/** An Architect flow has reached a flow outcome. Its payload is published; whether triggers may listen is unknown. */
export const conversationFlowOutcome = topic(
  conversationTopic('flow.outcome'),
  'An Architect flow has reached an outcome',
  {
    ...flow,
    flowOutcomeId: text(),
    flowOutcomeStartTime: whole('Milliseconds since 1970, UTC'),
    flowOutcomeEndTime: whole('Milliseconds since 1970, UTC'),
    flowOutcomeValue: optional(oneOf(['UNKNOWN', 'SUCCESS', 'FAILURE'])),
    flowMilestones: optional(list(json())),
  },
  'unknown',
);
