import {
  type Gap,
  type Heard,
  listen,
  type ListenerPorts,
  type ListenerStatus,
  machineClock,
  on,
  type PositionStore,
  queueConversations,
  type TokenSupplier,
} from 'flowcdk/events';
import { conversationEvent } from './conversation-event';
import { conversationState, ConversationsUnderWay } from './conversations-under-way';
import type { Feed } from './feed';
import { HandOver } from './hand-over';

/** What a feed of the notification service needs. */
export interface NotificationFeedOptions extends Partial<ListenerPorts> {
  /** `https://api.mypurecloud.de`, or the address of a local org. */
  readonly api: string;
  /** An access token, or what gives one. `clientCredentials` of `flowcdk/events` asks an OAuth client for it. */
  readonly token: string | TokenSupplier;
  /** Ids of the queues whose conversations are heard. @default every queue */
  readonly queues?: readonly string[] | undefined;
  /** Keeps how far the feed has come, so that the next start asks for what happened meanwhile. @default nothing is kept */
  readonly positions?: PositionStore | undefined;
  /** Ends the feed, also while it starts. */
  readonly signal?: AbortSignal | undefined;
  /** Called with what was not heard, or not understood. The feed goes on. */
  readonly onProblem?: ((problem: string) => void) | undefined;
  readonly onStatus?: ((status: ListenerStatus) => void) | undefined;
}

/** A feed that goes on until it is closed. */
export interface ListeningFeed extends Feed {
  /** Hears nothing more, hands over what waits, and keeps the position. Readers of its events come to their end. */
  close(): Promise<void>;
}

/** How long readers have for what waits when the feed is closed, in milliseconds. */
const CLOSES_WITHIN = 10_000;

/**
 * Hears the ends of conversations from the notification service: it listens to the conversations of queues, and to the
 * `acw` and `customer.end` of each of them while it goes on. What a gap swallowed is asked for. Conversations that never
 * reach a queue are not heard.
 *
 * @returns the feed, when it is live
 * @throws Error where the organisation refuses the start
 * @example
 * ```ts
 * async function hear(office: BackOffice) {
 *   const feed = await notificationFeed({
 *     api: 'https://api.mypurecloud.de',
 *     token: clientCredentials({ login: 'https://login.mypurecloud.de', clientId: 'id', secret: 'secret' }),
 *     positions: filePositions('position.json'),
 *   });
 *   await takeFeed(feed, office.inbox, 'agent', console.error);
 * }
 * ```
 */
export async function notificationFeed(options: NotificationFeedOptions): Promise<ListeningFeed> {
  const { queues = ['*'], positions, signal, onProblem = () => undefined, onStatus, ...connection } = options;
  const clock = connection.clock ?? machineClock;
  const handOver = new HandOver();
  const handle = (heard: Heard): void | Promise<void> => {
    const state = heard.topic === queueConversations.name ? conversationState(heard.event) : undefined;
    if (state) return underWay.see(state);
    const event = conversationEvent({ topicName: heard.topicName, eventBody: heard.event });
    return handOver.give(event ?? { problem: `${heard.topicName}: no event of a conversation` });
  };
  const listening = listen(
    queues.map((id) => on(queueConversations, id)),
    handle,
    {
      ...connection,
      ...(positions ? { positions } : {}),
      ...(signal ? { signal } : {}),
      ...(onStatus ? { onStatus } : {}),
      onGap: (gap) => problemsIn(gap).forEach(onProblem),
      onRejected: (topic, reason) => onProblem(`${topic}: rejected: ${reason}`),
      onProblem,
      onDeadLetter: ({ topicName }, problem) => onProblem(`${topicName}: ${problem}`),
    },
  );
  const underWay = new ConversationsUnderWay(listening, clock, onProblem);
  const listener = await listening;
  return {
    name: 'notifications',
    events: () => handOver.events(),
    async close() {
      underWay.stop();
      let giveUp = (): void => undefined;
      const late = new Promise<void>((done) => (giveUp = clock.after(CLOSES_WITHIN, done)));
      await Promise.race([listener.stop(), late]);
      giveUp();
      handOver.close();
    },
  };
}

const problemsIn = ({ topics }: Gap): readonly string[] =>
  topics.flatMap(({ topic, problem }) => (problem === undefined ? [] : [`${topic} after a gap: ${problem}`]));
