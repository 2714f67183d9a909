import {
  type EventOf,
  type Heard,
  type ListenerStatus,
  queueConversations,
  queueObservations,
  type Topic,
  userPresence,
  userRoutingStatus,
} from 'flowcdk/events';
import { type Fields, fieldsIn, fieldsOf } from './org-api';

/** A call that waits for an agent, or rings at one. Times are milliseconds since 1970, UTC. */
interface WaitingCall {
  readonly queueId: string;
  readonly conversationId: string;
  /** The last four characters of the number; a board hangs where everybody sees it. */
  readonly from: string;
  readonly since: number;
  /** When the board heard of it. A local org whose clock is moved ahead has calls of the future. */
  readonly heardAt: number;
}

interface QueueState {
  readonly id: string;
  readonly name: string;
  /** The goal: so many percent of the calls are answered within so many milliseconds. */
  readonly goal: { readonly percent: number; readonly within: number };
  /** Counts by metric: `oWaiting`, `oAlerting`, `oInteracting`, `oOnQueueUsers`. */
  readonly figures: Map<string, number>;
  answered: number;
  inTime: number;
  abandoned: number;
}

interface AgentState {
  readonly id: string;
  readonly name: string;
  presence: string;
  status: string;
  /** Since when the routing status holds. Milliseconds since 1970, UTC. */
  since: number | undefined;
}

/** A topic with its placeholder, and the id of a queue or of a user. */
export interface OfTopic {
  readonly topic: string;
  readonly id: string;
}

/** Whether a topic is one of users; all others are those of queues. */
export const isOfUser = (topic: string): boolean => topic.startsWith('v2.users.');

const SHOWN_OF_NUMBER = 4;
const DEFAULT_GOAL = { percent: 80, within: 20_000 };

const isOf = <T extends Topic>(heard: Heard, topic: T): heard is Heard<EventOf<T>> => heard.topic === topic.name;
const momentOf = (text: unknown): number | undefined => {
  const moment = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(moment) ? undefined : moment;
};
const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name);

/** What a wallboard shows: queues, waiting calls, agents. It changes only through answers and events that it is handed. */
export class Board {
  readonly #queues = new Map<string, QueueState>();
  readonly #agents = new Map<string, AgentState>();
  readonly #calls = new Map<string, WaitingCall>();
  status: ListenerStatus;

  /** @param begin from when on calls are counted, in milliseconds since 1970, UTC */
  constructor(private readonly begin: number) {
    this.status = { state: 'connecting', since: begin, why: 'started' };
  }

  /** Adds a queue as `GET /api/v2/routing/queues` shows it. */
  addQueue(queue: Fields): void {
    const { percentage, durationMs } = fieldsOf(
      fieldsOf(fieldsOf(fieldsOf(queue['mediaSettings'])['call'])['serviceLevel']),
    );
    const goal =
      typeof percentage === 'number' && typeof durationMs === 'number'
        ? { percent: Math.round(percentage * 100), within: durationMs }
        : DEFAULT_GOAL;
    const id = String(queue['id']);
    const counts = { answered: 0, inTime: 0, abandoned: 0 };
    this.#queues.set(id, { id, name: String(queue['name']), goal, figures: new Map(), ...counts });
  }

  /** Adds a user as `GET /api/v2/users?expand=presence,routingStatus` shows them. */
  addAgent(user: Fields): void {
    const id = String(user['id']);
    const { status, startTime } = fieldsOf(user['routingStatus']);
    const { systemPresence } = fieldsOf(fieldsOf(user['presence'])['presenceDefinition']);
    this.#agents.set(id, {
      id,
      name: String(user['name']),
      presence: String(systemPresence ?? ''),
      status: String(status ?? ''),
      since: momentOf(startTime),
    });
  }

  /** Takes an answer of the observations query, with the calls that wait. */
  addObservations(answer: Fields): void {
    for (const { group, data } of fieldsIn(answer['results'])) {
      this.#figures(fieldsOf(group), fieldsIn(data));
      const queueId = String(fieldsOf(group)['queueId']);
      for (const { metric, observations } of fieldsIn(data))
        if (metric === 'oWaiting' || metric === 'oAlerting')
          for (const { conversationId, observationDate, ani } of fieldsIn(observations))
            this.#wait(queueId, String(conversationId), ani, momentOf(observationDate) ?? this.begin, this.begin);
    }
  }

  /** Whether the queue or the user of a topic is on the board. */
  knows({ topic, id }: OfTopic): boolean {
    return isOfUser(topic) ? this.#agents.has(id) : this.#queues.has(id);
  }

  /** Removes a queue with its calls, or a user. */
  remove({ topic, id }: OfTopic): void {
    if (isOfUser(topic)) this.#agents.delete(id);
    else this.#queues.delete(id);
    for (const [key, { queueId }] of this.#calls) if (!this.#queues.has(queueId)) this.#calls.delete(key);
  }

  /** Takes an event of a queue or a user that the board knows. */
  take(heard: Heard): void {
    if (isOf(heard, queueConversations)) this.#conversation(heard.id, heard.event, heard.at);
    else if (isOf(heard, queueObservations))
      for (const { metrics } of heard.event.data) this.#figures(fieldsOf(heard.event.group), fieldsIn(metrics));
    else if (isOf(heard, userRoutingStatus)) {
      const agent = this.#agents.get(heard.id);
      if (!agent) return;
      agent.status = heard.event.routingStatus.status;
      agent.since = Math.min(momentOf(heard.event.routingStatus.startTime) ?? heard.at, heard.at);
    } else if (isOf(heard, userPresence)) {
      const agent = this.#agents.get(heard.id);
      if (agent) agent.presence = heard.event.presenceDefinition.systemPresence ?? '';
    }
  }

  /** Everything that the page shows, as JSON. @param now milliseconds since 1970, UTC */
  shown(now: number) {
    const calls = [...this.#calls.values()]
      .map(({ since, heardAt, ...call }) => ({ ...call, since: Math.min(since, heardAt) }))
      .sort((a, b) => a.since - b.since);
    return {
      at: now,
      status: { state: this.status.state, since: this.status.since },
      countedSince: this.begin,
      queues: [...this.#queues.values()]
        .sort(byName)
        .map(({ id, name, goal, figures, answered, inTime, abandoned }) => ({
          name,
          goal,
          waiting: figures.get('oWaiting') ?? 0,
          ringing: figures.get('oAlerting') ?? 0,
          talking: figures.get('oInteracting') ?? 0,
          onQueue: figures.get('oOnQueueUsers') ?? 0,
          longestSince: calls.find(({ queueId }) => queueId === id)?.since ?? null,
          answered,
          abandoned,
          serviceLevel: answered + abandoned === 0 ? null : Math.round((100 * inTime) / (answered + abandoned)),
        })),
      calls: calls.map(({ queueId, from, since }) => ({ queue: this.#queues.get(queueId)?.name ?? '', from, since })),
      agents: [...this.#agents.values()]
        .sort(byName)
        .map(({ name, presence, status, since }) => ({ name, presence, status, since: since ?? null })),
    };
  }

  #wait(queueId: string, conversationId: string, number: unknown, since: number, heardAt: number): void {
    const from = typeof number === 'string' && number !== '' ? `…${number.slice(-SHOWN_OF_NUMBER)}` : 'unknown';
    this.#calls.set(`${queueId} ${conversationId}`, { queueId, conversationId, from, since, heardAt });
  }

  /** Figures of calls count for telephone calls; those of members have no medium. */
  #figures({ queueId, mediaType }: Fields, metrics: readonly Fields[]): void {
    const queue = this.#queues.get(String(queueId));
    if (!queue || (mediaType !== undefined && mediaType !== 'voice')) return;
    const sums = new Map<string, number>();
    // Nobody on the queue has no entry of its own.
    if (metrics.some(({ metric }) => metric === 'oMemberUsers')) sums.set('oOnQueueUsers', 0);
    for (const { metric, stats } of metrics)
      sums.set(String(metric), (sums.get(String(metric)) ?? 0) + Number(fieldsOf(stats)['count'] ?? 0));
    for (const [metric, count] of sums) queue.figures.set(metric, count);
  }

  #conversation(queueId: string, { id, participants }: EventOf<typeof queueConversations>, at: number): void {
    const queue = this.#queues.get(queueId);
    const acd = participants.findLast((who) => who.purpose === 'acd' && who.queueId === queueId);
    if (!queue || !acd) return;
    const key = `${queueId} ${id}`;
    const customer = participants.find(({ purpose }) => purpose === 'customer' || purpose === 'external');
    if (acd.endTime === undefined && !this.#calls.has(key))
      this.#wait(queueId, id, customer?.address, momentOf(acd.connectedTime) ?? at, at);
    const call = this.#calls.get(key);
    if (!call) return;
    // An agent of an earlier stay in the queue stands before the queue.
    const agents = participants
      .slice(participants.indexOf(acd) + 1)
      .filter((who) => who.purpose === 'agent' && who.queueId === queueId);
    const answer = agents.find(({ connectedTime }) => connectedTime !== undefined);
    if (answer) {
      queue.answered += 1;
      if ((momentOf(answer.connectedTime) ?? at) - call.since <= queue.goal.within) queue.inTime += 1;
    } else if (customer?.endTime !== undefined) queue.abandoned += 1;
    else if (acd.endTime === undefined || agents.some(({ endTime }) => endTime === undefined)) return;
    this.#calls.delete(key);
  }
}

/** What the page shows. */
export type Shown = ReturnType<Board['shown']>;
