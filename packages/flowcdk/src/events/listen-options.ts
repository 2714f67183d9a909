import type { TokenSupplier } from './api';
import type { DeadLetterStore } from './dead-letters';
import type { Heard } from './heard';
import type { ListenerPorts } from './ports';
import type { PositionStore } from './positions';
import type { Refillable } from './refill-table';

/** What became of the topics of one kind after a gap. */
export interface GapTopic {
  /** With its placeholder. */
  readonly topic: string;
  /** How many ids it was listened to with. */
  readonly ids: number;
  /** `events`: all came back. `state`: only the present state. `nothing`: what happened in the gap is lost. */
  readonly brings: Refillable;
  /** The request that brought it back, or why nothing does. */
  readonly source: string;
  /** How many events came back that had not been heard. */
  readonly refilled: number;
  /** Why the request failed. Nothing came back then. */
  readonly problem?: string;
}

/** A time in which a part of the topics was not heard. */
export interface Gap {
  /** Milliseconds since 1970, UTC. */
  readonly from: number;
  readonly to: number;
  readonly topics: readonly GapTopic[];
}

/** What a listener does. `stale`: a part of its topics is not heard now. */
export interface ListenerStatus {
  readonly state: 'connecting' | 'live' | 'stale' | 'stopped';
  /** Since when, in milliseconds since 1970, UTC. */
  readonly since: number;
  readonly why: string;
}

/** Topics, with their ids, that a listener listens to from now on or no longer. */
export interface TopicsChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** What a listener needs, and how it behaves. */
export interface ListenOptions extends Partial<ListenerPorts> {
  /** `https://api.mypurecloud.de`, or the address of a local org: `http://127.0.0.1:8083`. */
  readonly api: string;
  /** An access token, or what gives one. A new one is asked for when the org refuses the old one. */
  readonly token: string | TokenSupplier;
  /** Keeps how far the listener has come, for the next start. @default nothing is kept, and a start hears what is new */
  readonly positions?: PositionStore;
  /** Keeps events that the handler refused each time. @default in memory, the newest thousand */
  readonly deadLetters?: DeadLetterStore;
  /** How often an event is handed over again after an error, with longer and longer waits. @default 3 */
  readonly retries?: number;
  /** So many events may wait for the handler before the sockets pause. @default 10 000 */
  readonly mostWaiting?: number;
  /** Whether the API is asked for what a gap swallowed. @default true */
  readonly refill?: boolean;
  /**
   * Both ends of a gap are widened by so much, in milliseconds, because clocks differ. An event that the platform sends
   * late, in a gap that began after it happened, comes back only with a margin as long as its delay.
   * @default 5 000
   */
  readonly margin?: number;
  /**
   * Analytics show events late. The API is asked once more after a gap, this many milliseconds later.
   * @default 300 000 (believed: minutes)
   */
  readonly analyticsLag?: number;
  /** How often `*` is written out again, in milliseconds. @default 300 000 */
  readonly relistEvery?: number;
  /** The age at which a channel is replaced, in milliseconds. @default 23 hours; the platform ends it after 24 */
  readonly renewAfter?: number;
  /** How long both channels are heard when one replaces the other, in milliseconds. @default 10 000 */
  readonly overlap?: number;
  /** @default 1 000, the platform's limit */
  readonly topicsPerChannel?: number;
  /** Stops the listener, also while it starts. */
  readonly signal?: AbortSignal;
  /** Called after each gap, when the refill is over. */
  readonly onGap?: (gap: Gap) => void;
  readonly onStatus?: (status: ListenerStatus) => void;
  /** The platform rejected a topic, for example because a permission is missing. */
  readonly onRejected?: (topicName: string, reason: string) => void;
  /**
   * Called after each change of what is listened to, also at the start: `*` stands for more or fewer queues or users, or a
   * program has added or removed topics.
   */
  readonly onTopics?: (change: TopicsChange) => void;
  /** The position was not kept, or a list of queues or users was not read. The listener tries it again. */
  readonly onProblem?: (problem: string) => void;
  readonly onDeadLetter?: (heard: Heard, problem: string) => void;
}

/** Counts since the start of a listener. */
export interface ListenerMetrics {
  /** Events that came, with those that came twice. */
  readonly heard: number;
  /** Events that the handler took. */
  readonly delivered: number;
  readonly duplicates: number;
  /** Events that a refill brought and nothing else had. */
  readonly refilled: number;
  readonly retries: number;
  readonly deadLetters: number;
  /** Events that wait for the handler now. */
  readonly waiting: number;
  readonly gaps: number;
  /** Milliseconds in which a channel was not heard, all channels together. */
  readonly gapMilliseconds: number;
  readonly rotations: number;
  readonly apiCalls: number;
  readonly channels: number;
  readonly topics: number;
  readonly rejected: number;
}
