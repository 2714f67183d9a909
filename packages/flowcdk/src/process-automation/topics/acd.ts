import { optional } from '../../architect/data-action-contract';
import { boolean, oneOf, string } from '../../architect/types';
import { conversationTopic, topic } from '../topic';
import { common, disconnectType, text, texts, whole } from './fields';

const routings = [
  'UNKNOWN',
  'MANUAL',
  'PREDICTIVE',
  'PREFERRED',
  'LAST',
  'BULLSEYE',
  'STANDARD',
  'OTHER',
  'CONDITIONAL',
  'VIP',
] as const;

const queued = { queueId: string(), divisionId: text(), routingPriority: whole(), requestedRoutingSkillIds: texts() };

/** A conversation has entered a queue. Its payload is published; triggers may listen (documented). */
export const conversationAcdStart = topic(conversationTopic('acd.start'), 'A conversation has entered a queue', {
  ...common,
  ...queued,
  skillExpressionApplied: optional(boolean()),
});

/**
 * A conversation has left a queue: answered, abandoned or taken out by a flow. Its payload is published; triggers may
 * listen (documented).
 */
export const conversationAcdEnd = topic(conversationTopic('acd.end'), 'A conversation has left a queue', {
  ...common,
  disconnectType,
  ...queued,
  acdOutcome: optional(oneOf(['UNKNOWN', 'ABANDON', 'ANSWERED', 'FLOW_OUT'])),
  answeredUserId: text(),
  requestedRoutings: texts(),
  usedRouting: optional(oneOf(routings)),
  requestedSkillExpressionIds: texts(),
  requestedLanguageId: text(),
  requestedRoutingUserIds: texts(),
  connectedDurationMs: whole(),
  flowType: text(),
});
