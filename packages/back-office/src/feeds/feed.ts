import type { ConversationEvent } from './conversation-event';

/**
 * Where events of the platform come from: a listener of the notification service, a rule of EventBridge, a file. All
 * feeds lead into one inbox under one key, so two feeds of the same events give one record.
 */
export interface Feed {
  /** Stored with each result: `file`, `notifications`, `event-bridge`. */
  readonly name: string;
  /** Events as they come. An event may come twice, and in any order. */
  events(): AsyncIterable<FedEvent>;
}

/** An event, or a line that is none. */
export type FedEvent =
  | ConversationEvent
  /** What is wrong, and where: `line 7: …`. */
  | { readonly problem: string };
