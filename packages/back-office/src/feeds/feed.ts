import type { ConversationEvent } from './conversation-event';

/**
 * Where events of the platform come from: a listener of the notification service, a rule of EventBridge, a file. All
 * feeds lead into one inbox under one key, so two feeds of the same events give one record.
 *
 * @example A feed of a queue that is filled by a rule of EventBridge
 * ```ts
 * const feed: Feed = {
 *   name: 'event-bridge',
 *   async *events() {
 *     for await (const message of messages()) {
 *       yield conversationEvent(JSON.parse(message.body)) ?? { problem: `message ${message.id}: no event` };
 *       await message.acknowledge();
 *     }
 *   },
 * };
 * await takeFeed(feed, office.inbox, 'agent');
 * ```
 */
export interface Feed {
  /** Stored with each result: `file`, `notifications`, `event-bridge`. */
  readonly name: string;
  /**
   * Events as they come. An event may come twice, and in any order. The next one is asked for when the result of the one
   * before is durable: a source that wants to be told can be told then. A feed that ends is at its end; one that listens
   * ends when it is closed.
   */
  events(): AsyncIterable<FedEvent>;
}

/** An event, or a line that is none. */
export type FedEvent =
  | ConversationEvent
  /** What is wrong, and where: `line 7: …`. */
  | { readonly problem: string };
