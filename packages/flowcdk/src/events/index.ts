export { conversationAcdEnd, conversationAcdStart } from '../process-automation/topics/acd';
export { conversationAcw, conversationWrapup } from '../process-automation/topics/after-call-work';
export { conversationAttributes } from '../process-automation/topics/attributes';
export { conversationCustomerEnd, conversationCustomerStart } from '../process-automation/topics/customer';
export { conversationFlowEnd, conversationFlowOutcome, conversationFlowStart } from '../process-automation/topics/flow';
export { conversationUserEnd, conversationUserStart } from '../process-automation/topics/user';
export { conversationVoicemailEnd, conversationVoicemailStart } from '../process-automation/topics/voicemail';
export { inboundWebhook, userActivity } from '../process-automation/topics/others';
export {
  namedTopic,
  type NamedTopic,
  notificationTopics,
  queueActivity,
  queueCallbacks,
  queueCalls,
  queueConversations,
  queueObservations,
  queueUsers,
  userCallbacks,
  userCalls,
  userConversations,
  userConversationSummary,
  userPresence,
  userRoutingStatus,
} from '../process-automation/notification-topics';
export type { EventOf, PublishedTopic, Topic } from '../process-automation/topic';
export { ListenerRefused, type TokenSupplier } from './api';
export { clientCredentials, type ClientCredentials } from './credentials';
export { type DeadLetter, type DeadLetterStore, deadLettersInMemory, fileDeadLetters } from './dead-letters';
export { FanOut, type Reader } from './fan-out';
export { type Heard, type HeardOf, type Listening, on } from './heard';
export type { Gap, GapTopic, ListenerMetrics, ListenerStatus, ListenOptions, TopicsChange } from './listen-options';
export { listen, type Listener, type ListenTo } from './listener';
export { machineClock } from './ports';
export type { ListenerClock, ListenerFetch, ListenerPorts, ListenerSocket, OpenSocket, SocketEvents } from './ports';
export {
  filePositions,
  type Position,
  type PositionStore,
  positionsInMemory,
  postgresPositions,
  type SqlClient,
} from './positions';
export { type Refillable, type RefillRule, refillTable } from './refill-table';
