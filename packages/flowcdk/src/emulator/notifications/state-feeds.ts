import {
  queueActivity,
  queueCallbacks,
  queueCalls,
  queueConversations,
  queueObservations,
  userCallbacks,
  userCalls,
  userConversations,
  userConversationSummary,
  userRoutingStatus,
} from '../../process-automation/notification-topics';
import type { Topic } from '../../process-automation/topic';
import { media, observed } from '../api/analytics/queue-observations';
import type { Conversation } from '../runtime/conversation/conversation';
import type { MediaType } from '../runtime/conversation/participant';
import { shownCall, shownCallback, shownConversation } from '../runtime/conversation/shown';
import type { EventName } from '../runtime/events';
import type { Runtime } from '../runtime/runtime';
import { fieldsOf, itemsOf, type JsonObject, omit } from '../state/json';

/** The kinds of events after which a conversation, a queue or an agent may look different. */
const changing: readonly EventName[] = [
  'call.offered',
  'call.ended',
  'queue.entered',
  'queue.left',
  'agent.alerted',
  'agent.missed',
  'agent.answered',
  'agent.held',
  'agent.resumed',
  'agent.left',
  'agent.wrappedUp',
  'attributes.visible',
  'transfer.started',
  'transfer.answered',
  'flow.started',
  'callback.dialled',
  'callback.answered',
  'callback.ended',
  'event.published',
];

const OBSERVED = [
  'oMemberUsers',
  'oOnQueueUsers',
  'oOffQueueUsers',
  'oUserRoutingStatuses',
  'oWaiting',
  'oAlerting',
  'oInteracting',
];
const ACTIVE = ['oWaiting', 'oAlerting', 'oInteracting', 'oLongestWaiting', 'oLongestInteracting'];

/** Topics whose events are states. */
export const stateTopics: readonly Topic[] = [
  queueActivity,
  queueCallbacks,
  queueCalls,
  queueConversations,
  queueObservations,
  userCallbacks,
  userCalls,
  userConversations,
  userConversationSummary,
  userRoutingStatus,
];

/** What hears states. */
export interface StateHearers {
  /** @param topic with its id */
  wants(topic: string): boolean;
  publish(topic: string, body: JsonObject): void;
}

/**
 * Publishes the state of conversations, agents and queues when it has changed. The local org has no such events of its own:
 * after each event of the log it looks at what may have changed, once per moment (believed: the platform sends a state after
 * each change, too).
 */
export class StateFeeds {
  /** What was published last, by topic, and by conversation within a topic. */
  readonly #last = new Map<string, string>();
  readonly #dirty = new Set<string>();
  #isPlanned = false;

  constructor(
    private readonly runtime: Runtime,
    private readonly hearers: StateHearers,
  ) {}

  listen(): () => void {
    // What was before nobody heard, so it is no change.
    this.#last.clear();
    this.#look(false);
    return this.runtime.log.listenTo(changing, ({ conversationId }) => {
      if (conversationId !== undefined) this.#dirty.add(conversationId);
      if (this.#isPlanned) return;
      this.#isPlanned = true;
      this.runtime.clock.after(0, () => {
        this.#isPlanned = false;
        this.#look(true);
      });
    });
  }

  #look(isHeard: boolean): void {
    const { conversations, org } = this.runtime;
    const dirty = [...this.#dirty].flatMap((id) => conversations.get(id) ?? []);
    this.#dirty.clear();
    for (const conversation of dirty) this.#conversation(conversation, isHeard);
    for (const user of org.all('user')) this.#user(user.id, isHeard);
    for (const queue of org.all('queue')) this.#queue(queue.id, isHeard);
  }

  #conversation(of: Conversation, isHeard: boolean): void {
    const queues = new Set(of.participants.flatMap(({ queueId }) => queueId ?? []));
    const users = new Set(of.participants.flatMap(({ userId }) => userId ?? []));
    const places = [
      ...[...queues].map((id) => `v2.routing.queues.${id}.conversations`),
      ...[...users].map((id) => `v2.users.${id}.conversations`),
    ];
    for (const topic of places) {
      if (this.hearers.wants(topic)) this.#tell(topic, of.id, conversationBody(of), isHeard);
      const [suffix, bodyOf] = mediaBodies[of.mediaType] ?? [];
      if (bodyOf && this.hearers.wants(`${topic}.${suffix}`))
        this.#tell(`${topic}.${suffix}`, of.id, bodyOf(of), isHeard);
    }
    if (of.endedAt === undefined) return;
    // Nothing changes any more, apart from after-call work: its state is published as a change of what is not known.
    const isWorkedUp = of.participants.every((who) => who.acwStartedAt === undefined || who.acwEndedAt !== undefined);
    if (isWorkedUp) for (const topic of places) this.#forget(topic, of.id);
  }

  #user(id: string, isHeard: boolean): void {
    const status = `v2.users.${id}.routingStatus`;
    const summary = `v2.users.${id}.conversationsummary`;
    if (this.hearers.wants(status)) {
      const { status: name, since } = this.runtime.presences.routingStatus(id);
      const startTime = since === undefined ? {} : { startTime: new Date(since).toISOString() };
      this.#tell(status, '', { id, routingStatus: { status: name, ...startTime } }, isHeard, name);
    }
    if (this.hearers.wants(summary)) this.#tell(summary, '', this.#summaryOf(id), isHeard);
  }

  #summaryOf(userId: string): JsonObject {
    const conversations = [...this.runtime.conversations.values()];
    const countsOf = (medium: MediaType): JsonObject => {
      const mine = conversations
        .filter(({ mediaType }) => mediaType === medium)
        .flatMap(({ participants }) => participants)
        .filter((who) => who.userId === userId);
      const active = mine.filter(({ endedAt }) => endedAt === undefined).length;
      const acw = mine.filter((who) => who.acwStartedAt !== undefined && who.acwEndedAt === undefined).length;
      return { contactCenter: { active, acw } };
    };
    return { userId, call: countsOf('VOICE'), callback: countsOf('CALLBACK') };
  }

  #queue(id: string, isHeard: boolean): void {
    const figures = `v2.analytics.queues.${id}.observations`;
    const activity = `v2.analytics.queues.${id}.activity`;
    const wantsFigures = this.hearers.wants(figures);
    if (!wantsFigures && !this.hearers.wants(activity)) return;
    const { runtime } = this;
    const { org } = runtime;
    const queue = org.get('queue', id);
    if (!queue) return;
    const at = new Date(this.runtime.clock.now()).toISOString();
    if (wantsFigures)
      for (const { group, data } of observed({ queue, metrics: OBSERVED, detailed: [], media }, { org, runtime }))
        this.#tell(
          figures,
          JSON.stringify(group),
          { group: fieldsOf(group), data: [{ interval: `${at}/${at}`, metrics: itemsOf(data) }] },
          isHeard,
          JSON.stringify(data),
        );
    if (!this.hearers.wants(activity)) return;
    const [calls] = observed({ queue, metrics: ACTIVE, detailed: [], media: ['voice'] }, { org, runtime });
    const data = itemsOf(calls?.['data']).map((entry) => {
      const { metric, stats } = fieldsOf(entry);
      return { metric: metric ?? null, ...fieldsOf(stats) };
    });
    const counts = data.map(({ metric, ...stats }) => [metric, fieldsOf(stats)['count'] ?? null]);
    this.#tell(activity, '', { results: [{ mediaType: 'voice', data }] }, isHeard, JSON.stringify(counts));
  }

  /** @param compared the part of the body whose change counts. @default the whole body */
  #tell(topic: string, part: string, body: JsonObject, isHeard: boolean, compared = JSON.stringify(body)): void {
    const key = `${topic} ${part}`;
    if (this.#last.get(key) === compared) return;
    this.#last.set(key, compared);
    if (isHeard) this.hearers.publish(topic, body);
  }

  #forget(topic: string, conversationId: string): void {
    for (const of of [topic, `${topic}.calls`, `${topic}.callbacks`]) this.#last.delete(`${of} ${conversationId}`);
  }
}

const conversationBody = (of: Conversation): JsonObject => {
  const shown = shownConversation(of);
  return {
    ...omit(shown, ['startTime', 'endTime', 'conversationIds', 'state', 'selfUri', 'name']),
    participants: itemsOf(shown['participants']).map((who) =>
      omit(fieldsOf(who), ['startTime', 'queueName', 'ani', 'dnis', 'wrapupSkipped']),
    ),
  };
};

/** The topics of single media: the end of their name, and the body of their events. */
const mediaBodies: Partial<Record<MediaType, readonly [suffix: string, body: (of: Conversation) => JsonObject]>> = {
  VOICE: ['calls', (of) => omit(shownCall(of), ['selfUri'])],
  CALLBACK: ['callbacks', (of) => omit(shownCallback(of), ['selfUri'])],
};
