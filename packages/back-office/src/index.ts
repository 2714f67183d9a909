export { type BackOffice, type BackOfficeSettings, openBackOffice, type Surroundings } from './back-office';
export type {
  CustomerLookup,
  CustomerSearch,
  CustomerMatches,
  KnownCustomer,
  NumberForm,
} from './customer-search/customer-search';
export type { DatabasePlace } from './database/database';
export { conversationEvent, type ConversationEvent } from './feeds/conversation-event';
export type { FedEvent, Feed } from './feeds/feed';
export { type ListeningFeed, notificationFeed, type NotificationFeedOptions } from './feeds/notification-feed';
export { takeFeed, type Taken } from './feeds/take-feed';
export type { GatewaySettings } from './gateway/gateway';
export type { Clock } from './ground/clock';
export type { Fetch } from './ground/http';
export type { HistorySettings } from './history/history-client';
export type { StoredRecord } from './history/records';
export type { Inbox } from './inbox/inbox';
export type { RecordPer } from './inbox/keys-of-result';
export type { Role } from './keys/roles';
export type { LatePairing } from './pairing/pairings';
export type { CommunicationRecord } from './record/communication-record';
export type { QualityReport } from './report/quality';
