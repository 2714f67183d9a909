/**
 * Event triggers: the topics the platform publishes, the criteria their events are matched by, and the trigger itself.
 * A criterion asks about an event (`equal`); an expression of a flow asks about a variable (`equals` of `flowcdk`).
 *
 * @module flowcdk/triggers
 */
export {
  contains,
  containsAll,
  equal,
  eventField,
  exists,
  type Field,
  type FieldsOf,
  greaterThan,
  greaterThanOrEqual,
  hasSize,
  isIn,
  isNotIn,
  lessThan,
  lessThanOrEqual,
  notEqual,
  property,
} from './process-automation/criteria';
export {
  canonicalMatchCriteria,
  type MatchCriterion,
  type MatchOperator,
  type MatchValue,
} from './process-automation/match-criteria';
export { type EventOf, type PublishedTopic, type Topic } from './process-automation/topic';
export { topicByName, topics } from './process-automation/topic-table';
export { type DataFormat, trigger, type Trigger, type TriggerProps } from './process-automation/trigger';
export { conversationAcdStart, conversationAcdEnd } from './process-automation/topics/acd';
export { conversationAcw, conversationWrapup } from './process-automation/topics/after-call-work';
export { conversationAttributes } from './process-automation/topics/attributes';
export {
  conversationCustomerStart,
  conversationCustomerEnd,
  conversationContact,
} from './process-automation/topics/customer';
export { conversationFlowStart, conversationFlowEnd, conversationFlowOutcome } from './process-automation/topics/flow';
export {
  userActivity,
  userIntegrationPresence,
  operationalEvents,
  qualityEvaluations,
  inboundWebhook,
  emailPreContact,
  emailPostContact,
  messagingPreContact,
  messagingPostContact,
  adhocChatMessages,
  groupChatMessages,
} from './process-automation/topics/others';
export { conversationOutbound } from './process-automation/topics/outbound';
export { conversationUserStart, conversationUserEnd } from './process-automation/topics/user';
export { conversationVoicemailStart, conversationVoicemailEnd } from './process-automation/topics/voicemail';
