import { optional } from '../architect/data-action-contract';
import { boolean, integer, json, list, string } from '../architect/types';
import { nested, type PublishedTopic, topic, type Topic } from './topic';
import { topics } from './topic-table';

/*
 * Topics of the notification service that no trigger listens to. Names and fields are those of the platform's own clients
 * (documented); the schema calls every field optional. What a subscription needs is believed, from the permissions of the
 * endpoints that show the same.
 */

const text = optional(string());
const whole = optional(integer());
const time = optional(string({ description: 'ISO 8601, UTC' }));
const notForTriggers = 'unknown';

const presence = nested({ id: string(), systemPresence: text });
const routingStatus = nested({ status: string(), startTime: time });

const call = nested({
  id: string(),
  state: text,
  direction: text,
  held: optional(boolean()),
  muted: optional(boolean()),
  disconnectType: text,
  connectedTime: time,
  disconnectedTime: time,
  afterCallWork: optional(nested({ state: text })),
});

const wrapup = nested({ code: text, name: text, notes: text, durationSeconds: whole, endTime: time });

const conversation = {
  id: string(),
  participants: list(
    nested({
      id: string(),
      purpose: text,
      name: text,
      address: text,
      userId: text,
      queueId: text,
      connectedTime: time,
      endTime: time,
      startAcwTime: time,
      endAcwTime: time,
      wrapup: optional(wrapup),
      attributes: optional(json()),
      calls: optional(list(call)),
    }),
  ),
  recordingState: text,
  address: text,
  externalTag: text,
};

const media = {
  id: string(),
  name: text,
  participants: list(
    nested({
      id: string(),
      purpose: text,
      state: text,
      user: optional(nested({ id: string() })),
      queue: optional(nested({ id: string() })),
      connectedTime: time,
      endTime: time,
      held: optional(boolean()),
      wrapup: optional(wrapup),
    }),
  ),
};

/** The presence of a user has changed: Available, On Queue, Meal … */
export const userPresence = topic(
  'v2.users.{id}.presence',
  'The presence of a user has changed',
  {
    source: text,
    presenceDefinition: presence,
    primary: optional(boolean()),
    message: text,
    modifiedDate: time,
  },
  notForTriggers,
);

/** The routing status of a user has changed: `OFF_QUEUE`, `IDLE`, `INTERACTING`, `NOT_RESPONDING`, `COMMUNICATING`. */
export const userRoutingStatus = topic(
  'v2.users.{id}.routingStatus',
  'The routing status of a user has changed',
  { id: string(), routingStatus },
  notForTriggers,
);

/** A conversation of a user has changed. Each event is the whole state of the conversation. */
export const userConversations = topic(
  'v2.users.{id}.conversations',
  'A conversation of a user has changed',
  conversation,
  notForTriggers,
);

/** A call of a user has changed. Each event is the whole state of the call. */
export const userCalls = topic(
  'v2.users.{id}.conversations.calls',
  'A call of a user has changed',
  media,
  notForTriggers,
);

/** A callback of a user has changed. Each event is the whole state of the callback. */
export const userCallbacks = topic(
  'v2.users.{id}.conversations.callbacks',
  'A callback of a user has changed',
  media,
  notForTriggers,
);

/** How many conversations a user has now, by medium. Only the user themselves may listen (believed). */
export const userConversationSummary = topic(
  'v2.users.{id}.conversationsummary',
  'The number of conversations of a user has changed',
  { userId: string(), call: optional(json()), callback: optional(json()) },
  notForTriggers,
);

/** A conversation in a queue, or one that came from it, has changed. Each event is its whole state. */
export const queueConversations = topic(
  'v2.routing.queues.{id}.conversations',
  'A conversation of a queue has changed',
  conversation,
  notForTriggers,
);

/** A call in a queue, or one that came from it, has changed. Each event is its whole state. */
export const queueCalls = topic(
  'v2.routing.queues.{id}.conversations.calls',
  'A call of a queue has changed',
  media,
  notForTriggers,
);

/** A callback in a queue, or one that came from it, has changed. Each event is its whole state. */
export const queueCallbacks = topic(
  'v2.routing.queues.{id}.conversations.callbacks',
  'A callback of a queue has changed',
  media,
  notForTriggers,
);

/** Somebody has become a member of a queue, or is none any more. */
export const queueUsers = topic(
  'v2.routing.queues.{id}.users',
  'Somebody has joined or left a queue',
  { id: string(), user: nested({ id: string() }), queueId: string(), joined: boolean() },
  notForTriggers,
);

/** The figures of a queue have changed: members by status, calls that wait, ring and are answered. */
export const queueObservations = topic(
  'v2.analytics.queues.{id}.observations',
  'The figures of a queue have changed',
  {
    group: nested({ queueId: text, mediaType: text }),
    data: list(nested({ interval: text, metrics: list(nested({ metric: string(), qualifier: text, stats: json() })) })),
  },
  notForTriggers,
);

/** What goes on in a queue has changed: how many calls wait, ring and are answered, and the longest of each. */
export const queueActivity = topic(
  'v2.analytics.queues.{id}.activity',
  'What goes on in a queue has changed',
  {
    results: list(
      nested({
        mediaType: text,
        data: list(nested({ metric: string(), count: whole, calculatedMetricValue: whole })),
      }),
    ),
  },
  notForTriggers,
);

/** Topics of the notification service whose payload Flowcdk knows, and that no trigger listens to. */
const published: readonly PublishedTopic[] = [
  userPresence,
  userRoutingStatus,
  userConversations,
  userCalls,
  userCallbacks,
  userConversationSummary,
  queueConversations,
  queueCalls,
  queueCallbacks,
  queueUsers,
  queueObservations,
  queueActivity,
];

/** Topics that the platform has, that the local org never publishes, and whose payload Flowcdk does not know. */
const others: readonly Topic[] = [
  ['v2.users.{id}.station', 'The station of a user has changed'],
  ['v2.users.{id}.tokens', 'The tokens of a user have changed'],
  ['v2.users.{id}.outofoffice', 'A user is out of office, or is back'],
  ['v2.users.{id}.conversations.messages', 'A message conversation of a user has changed'],
  ['v2.users.{id}.conversations.emails', 'An e-mail conversation of a user has changed'],
  ['v2.users.{id}.conversations.chats', 'A chat of a user has changed'],
  ['v2.routing.queues.{id}.conversations.messages', 'A message conversation of a queue has changed'],
  ['v2.routing.queues.{id}.conversations.emails', 'An e-mail conversation of a queue has changed'],
  ['v2.routing.queues.{id}.conversations.chats', 'A chat of a queue has changed'],
  ['v2.analytics.users.{id}.aggregates', 'Aggregated figures of a user have changed'],
  ['v2.analytics.flow.{id}.aggregates', 'Aggregated figures of a flow have changed'],
  ['v2.analytics.flowoutcome.{id}.aggregates', 'Aggregated figures of a flow outcome have changed'],
  ['v2.analytics.wrapup.{id}.aggregates', 'Aggregated figures of a wrap-up code have changed'],
  ['v2.conversations.{id}.transcription', 'A part of a conversation was transcribed'],
  ['v2.detail.events.agent.{id}.state', 'The state of an agent has changed'],
  ['v2.flows.{id}', 'A flow has changed'],
  ['v2.flows.instances.flow.{id}', 'A flow has run'],
  ['v2.externalcontacts.contacts.{id}', 'An external contact has changed'],
  ['v2.externalcontacts.organizations.{id}', 'An external organization has changed'],
  ['v2.webdeployments.deployments.{id}', 'A web deployment has changed'],
].map(([name = '', meaning = '']): Topic => Object.freeze({ name, meaning, triggerable: notForTriggers }));

/** What a subscription to a topic needs. */
export interface SubscriptionRules {
  /** All of these permissions, unless `currentUser` lets the caller in. */
  readonly permissions: readonly string[];
  /**
   * `may`: users may listen to themselves without the permissions. `must`: users may listen to themselves and nobody may
   * listen to others; a client with client credentials is no user.
   */
  readonly currentUser?: 'may' | 'must';
}

const nothing: SubscriptionRules = { permissions: [] };
const communication: SubscriptionRules = { permissions: ['conversation:communication:view'] };
const ownOrCommunication: SubscriptionRules = { ...communication, currentUser: 'may' };
const onlyOwn: SubscriptionRules = { permissions: [], currentUser: 'must' };
const observations: SubscriptionRules = { permissions: ['analytics:queueObservation:view'] };

/** The rules of topics by what their names begin with; the first that fits counts (believed). */
const rules: readonly (readonly [beginning: string, rules: SubscriptionRules])[] = [
  ['v2.detail.events.', { permissions: ['analytics:conversationDetail:view'] }],
  ['v2.users.{id}.conversationsummary', onlyOwn],
  ['v2.users.{id}.tokens', onlyOwn],
  ['v2.users.{id}.conversations', ownOrCommunication],
  ['v2.routing.queues.{id}.users', { permissions: ['routing:queue:view'] }],
  ['v2.routing.queues.', communication],
  ['v2.analytics.queues.', observations],
  ['v2.integrations.', { permissions: ['integrations:integration:view'] }],
  ['v2.conversations.', communication],
];

/** What a subscription to a topic needs (believed; the platform lists it only with a token). */
export const subscriptionRulesOf = ({ name }: Topic): SubscriptionRules =>
  rules.find(([beginning]) => name.startsWith(beginning))?.[1] ?? nothing;

/** Every topic of the notification service that Flowcdk knows; an organisation may have more. */
export const notificationTopics: readonly Topic[] = Object.freeze([...topics, ...published, ...others]);

/** A topic of a subscription: `v2.users.1234.presence` is `userPresence` of the id `1234`. */
export interface NamedTopic {
  readonly topic: Topic;
  /** What stands in place of `{id}`. */
  readonly ids: readonly string[];
}

const byParts = new Map<number, readonly (readonly [parts: readonly string[], topic: Topic])[]>();
for (const known of notificationTopics) {
  const parts = known.name.split('.');
  byParts.set(parts.length, [...(byParts.get(parts.length) ?? []), [parts, known]]);
}

/**
 * Reads the name of a topic with its ids. Undefined for a topic that Flowcdk does not know.
 *
 * @example
 * ```ts
 * namedTopic('v2.users.2f8c.presence')?.ids; // ['2f8c']
 * ```
 */
export function namedTopic(name: string): NamedTopic | undefined {
  const parts = name.split('.');
  const match = byParts
    .get(parts.length)
    ?.find(([known]) => known.every((part, i) => (part === '{id}' ? parts[i] !== '' : part === parts[i])));
  if (!match) return undefined;
  const [known, topicOfName] = match;
  return { topic: topicOfName, ids: parts.filter((_, i) => known[i] === '{id}') };
}
