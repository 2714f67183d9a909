import type { Delivery } from '../inbox/inbox';
import { type SupportResult, momentOf } from '../inbox/finished-call';
import { keysOf, type RecordPer } from '../inbox/keys-of-result';

/** The topics that end a conversation for somebody, with who that is. */
const parties: ReadonlyMap<string, 'agent' | 'customer'> = new Map([
  ['acw', 'agent'],
  ['customer.end', 'customer'],
]);

/** An event of a conversation, whatever brought it: the topic behind `v2.detail.events.conversation.{id}.`, and its body. */
export interface ConversationEvent {
  readonly topic: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Reads the envelopes that are known: the body of an event alone with its `topic`, a frame of the notification service
 * (`topicName`, `eventBody`), an event of EventBridge (`detail-type`, `detail.eventBody`).
 *
 * @returns undefined for anything else
 */
export function conversationEvent(envelope: unknown): ConversationEvent | undefined {
  const outer = objectOf(envelope);
  const inner = objectOf(outer?.['detail']) ?? outer;
  const name = inner?.['topicName'] ?? outer?.['detail-type'] ?? outer?.['topic'];
  const body = objectOf(inner?.['eventBody']) ?? (outer && 'topic' in outer ? outer : undefined);
  if (typeof name !== 'string' || !body) return undefined;
  const [, topic] = /^v2\.detail\.events\.conversation\.[^.]+\.(.+)$/.exec(name) ?? [];
  return topic === undefined ? undefined : { topic, body };
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;

/** The longest id, in characters: a UUID has 36. */
const LONGEST_ID = 100;

/** PostgreSQL keeps no NUL character in its text. */
const isId = (text: string): boolean => text !== '' && text.length <= LONGEST_ID && !text.includes('\u0000');

/**
 * What an event puts into the inbox.
 *
 * @returns undefined for events that end nothing, and a problem for one without an id or a time
 */
export function deliveryOf(
  { topic, body }: ConversationEvent,
  feed: string,
  recordPer: RecordPer,
): Delivery | { readonly problem: string } | undefined {
  const party = parties.get(topic);
  if (!party) return undefined;
  const text = (name: string): string | undefined => {
    const value = body[name];
    return typeof value === 'string' && isId(value) ? value : undefined;
  };
  const [conversation, participant, session] = ['conversationId', 'participantId', 'sessionId'].map(text);
  const eventTime = body['eventTime'];
  const moment = typeof eventTime === 'string' || typeof eventTime === 'number' ? momentOf(eventTime) : undefined;
  if (conversation === undefined || participant === undefined || session === undefined || !moment)
    return {
      problem: `${topic}: conversationId, participantId, sessionId and eventTime are needed; an id has at most ${LONGEST_ID} characters`,
    };
  const result: SupportResult = {
    conversationId: conversation.toLowerCase(),
    eventTime: eventTime as string | number,
    direction: body['direction'],
    mediaType: body['mediaType'],
    ani: body['ani'],
    subject: body['subject'],
    wrapupCode: body['wrapupCode'],
    userId: body['userId'],
  };
  const keys = keysOf(result, [conversation, participant, session].join('/'), recordPer);
  return { keys, body: result, eventTime: moment, feed, party };
}
