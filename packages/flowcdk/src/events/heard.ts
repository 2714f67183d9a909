import { namedTopic } from '../process-automation/notification-topics';
import type { EventOf, Topic } from '../process-automation/topic';
import { hashOf } from './content-hash';

/** A topic with the id to listen to. `*` stands for every queue or every user of the org. */
export interface Listening<out T extends Topic = Topic> {
  readonly topic: T;
  readonly id: string;
}

/**
 * Names what to listen to.
 *
 * @example
 * ```ts
 * on(queueObservations, '*');
 * on(userPresence, '0a1b2c3d-0000-4000-8000-000000000000');
 * ```
 */
export const on = <T extends Topic>(topic: T, id: string): Listening<T> => Object.freeze({ topic, id });

/** An event that a listener heard. */
export interface Heard<out E = unknown> {
  /** With its id: `v2.users.1234.presence`. */
  readonly topicName: string;
  /** With its placeholder: `v2.users.{id}.presence`. */
  readonly topic: string;
  /** What stands in place of the placeholder. */
  readonly id: string;
  readonly event: E;
  /** Milliseconds since 1970, UTC, by the clock of the listener. */
  readonly at: number;
  /** `socket`: the platform sent it. `refill`: the listener asked the API for it after a gap. */
  readonly from: 'socket' | 'refill';
  /** Equal for the same event, however it came. Store it to write an event once. */
  readonly key: string;
}

/** What the handler of some topics hears. */
export type HeardOf<L> = L extends Listening<infer T> ? Heard<EventOf<T>> : Heard;

/** The name of a topic with its id. */
export const topicNameOf = ({ topic, id }: Listening): string => topic.name.replace('{id}', id);

/**
 * Reads `v2.users.1234.presence`, or `v2.users.*.presence`.
 *
 * @returns undefined for a topic that Flowcdk does not know
 */
export function listeningTo(name: string): Listening | undefined {
  const named = namedTopic(name);
  return named && { topic: named.topic, id: named.ids[0] ?? '' };
}

const DETAIL = 'v2.detail.events.conversation.{id}.';
/** Detail events that happen several times within a session: the moment tells them apart. */
const repeated = new Set(['attributes', 'flow.start', 'flow.end', 'flow.outcome', 'contact', 'outbound']);

/**
 * The key of an event. Detail events have one that the refill can rebuild. A presence is told by the moment at which it was
 * set. Other events are told by the correlation id of their frame and their content.
 *
 * @param contentHash of the event, where its text is there. @default the event is written as JSON, which takes longer
 */
export function keyOf(
  topic: string,
  topicName: string,
  event: unknown,
  correlationId: string,
  contentHash?: () => string,
): string {
  const body = (typeof event === 'object' && event !== null ? event : {}) as Readonly<Record<string, unknown>>;
  const { participantId, sessionId, eventTime, modifiedDate } = body;
  if (topic.startsWith(DETAIL)) {
    const base = `${topicName} ${String(participantId)} ${String(sessionId)}`;
    return repeated.has(topic.slice(DETAIL.length))
      ? `${base} ${String(eventTime)} ${hashOf(JSON.stringify(event))}`
      : base;
  }
  if (topic === 'v2.users.{id}.presence' && modifiedDate !== undefined) return `${topicName} ${String(modifiedDate)}`;
  return `${topicName} ${correlationId} ${contentHash?.() ?? hashOf(JSON.stringify(event))}`;
}
