import type { Conversation } from '../../runtime/conversation/conversation';
import type { Participant } from '../../runtime/conversation/participant';
import { presenceDefinitions } from '../../runtime/conversation/presences';
import type { JsonObject } from '../../state/json';
import { membersOfQueue } from '../../state/members';
import { listOf, required, text } from '../../state/shape';
import type { Queue } from '../../state/tables/queue';
import type { Call } from '../call';
import { checkFilter, checkWord, filter, meets } from './filters';

/** The media that wait in queues of the local org. */
export const media = ['voice', 'callback', 'message'] as const;
type Medium = (typeof media)[number];

const ofUsers = [
  'oActiveUsers',
  'oMemberUsers',
  'oOffQueueUsers',
  'oOnQueueUsers',
  'oUserPresences',
  'oUserRoutingStatuses',
] as const;
const ofCalls = ['oAlerting', 'oInteracting', 'oWaiting'] as const;
const longest = { oLongestInteracting: 'oInteracting', oLongestWaiting: 'oWaiting' } as const;
const details: readonly string[] = [...ofUsers, ...ofCalls];
const all: readonly string[] = [...details, ...Object.keys(longest)];

export const observationsBody = {
  filter: required(filter),
  metrics: required(listOf(text(100), all.length)),
  detailMetrics: listOf(text(100), details.length),
};

/** What goes on in queues at this moment. */
export function queryObservations(call: Call): JsonObject {
  const body = call.object(observationsBody);
  checkFilter(body.filter, { dimensions: ['queueId', 'mediaType'], metrics: [] }, 'filter');
  for (const [i, name] of body.metrics.entries()) checkWord(name, all, `metrics[${i}]`);
  for (const [i, name] of (body.detailMetrics ?? []).entries()) checkWord(name, details, `detailMetrics[${i}]`);
  const mediaOf = ({ id }: Queue): readonly Medium[] =>
    media.filter((medium) =>
      meets(body.filter, { dimension: (name) => [name === 'queueId' ? id : medium], metric: () => [] }),
    );
  return {
    systemToOrganizationMappings: Object.fromEntries(
      presenceDefinitions.map(({ id, systemPresence }) => [systemPresence.toUpperCase().replace(' ', '_'), [id]]),
    ),
    results: call.org.all('queue').flatMap((queue) => {
      const of = mediaOf(queue);
      const { metrics, detailMetrics = [] } = body;
      return of.length === 0 ? [] : observed({ queue, metrics, detailed: detailMetrics, media: of }, call);
    }),
  };
}

/** The org whose queues are observed. */
type Observed = Pick<Call, 'org' | 'runtime'>;

/** The figures of a queue: those of its members, and those of its calls. */
export function observed({ queue, metrics, detailed, media: these }: Observation, call: Observed): JsonObject[] {
  const members = metrics.flatMap((metric) => ofMembers(metric, queue, call));
  const ofMedia = these.flatMap((mediaType) => {
    const now = callsIn(queue, call).filter(({ conversation }) => conversation.mediaType.toLowerCase() === mediaType);
    // A queue without callbacks or messages says nothing of them, unless somebody asks for them alone.
    if (now.length === 0 && mediaType !== 'voice' && these.length > 1) return [];
    const data = metrics.flatMap((metric) => ofCallsNow(metric, now, detailed, call));
    return data.length === 0 ? [] : [{ group: { queueId: queue.id, mediaType }, data }];
  });
  return [...(members.length === 0 ? [] : [{ group: { queueId: queue.id }, data: members }]), ...ofMedia];
}

/** What somebody wants to know of a queue. */
interface Observation {
  readonly queue: Queue;
  readonly metrics: readonly string[];
  /** The metrics of which they want every conversation. */
  readonly detailed: readonly string[];
  readonly media: readonly Medium[];
}

const counted = (metric: string, count: number): JsonObject => ({ metric, stats: { count } });

/** Counts members, all of them or by what they are (the qualifier). */
function ofMembers(metric: string, queue: Queue, { org, runtime }: Observed): JsonObject[] {
  const { presences, acd } = runtime;
  const members = membersOfQueue(org, queue);
  const by = (ids: readonly string[], qualifierOf: (id: string) => string): JsonObject[] => {
    const counts = new Map<string, number>();
    for (const id of ids) counts.set(qualifierOf(id), (counts.get(qualifierOf(id)) ?? 0) + 1);
    return [...counts].map(([qualifier, count]) => ({ metric, qualifier, stats: { count } }));
  };
  const ids = members.map(({ id }) => id);
  const isOn = (id: string): boolean => acd.agents.isOnQueue(id);
  const statusOf = (id: string): string => presences.routingStatus(id).status;
  const presenceOf = (id: string): string => presences.of(id).definition.id;
  switch (metric) {
    // Every member of a local queue is active in it.
    case 'oActiveUsers':
    case 'oMemberUsers':
      return [counted(metric, ids.length)];
    case 'oOnQueueUsers':
      return by(ids.filter(isOn), statusOf);
    case 'oOffQueueUsers':
      return by(
        ids.filter((id) => !isOn(id)),
        presenceOf,
      );
    case 'oUserPresences':
      return by(ids, presenceOf);
    case 'oUserRoutingStatuses':
      return by(ids, statusOf);
    default:
      return [];
  }
}

/** A participant of a call that is in a queue now, or came from it. */
interface Now {
  readonly metric: (typeof ofCalls)[number];
  readonly conversation: Conversation;
  readonly who: Participant;
  /** Milliseconds since 1970. */
  readonly since: number;
}

const callsIn = ({ id }: Queue, { runtime }: Pick<Call, 'runtime'>): readonly Now[] =>
  [...runtime.conversations.values()].flatMap((conversation) =>
    conversation.participants.flatMap((who): Now[] => {
      if (who.queueId !== id || who.endedAt !== undefined) return [];
      if (who.purpose === 'acd') return [{ metric: 'oWaiting', conversation, who, since: who.startedAt }];
      if (who.purpose !== 'agent') return [];
      return who.connectedAt === undefined
        ? [{ metric: 'oAlerting', conversation, who, since: who.startedAt }]
        : [{ metric: 'oInteracting', conversation, who, since: who.connectedAt }];
    }),
  );

function ofCallsNow(
  metric: string,
  now: readonly Now[],
  detailed: readonly string[],
  { runtime }: Pick<Call, 'runtime'>,
): JsonObject[] {
  if (metric in longest) {
    const of = now.filter((entry) => entry.metric === longest[metric as keyof typeof longest]);
    if (of.length === 0) return [];
    const since = Math.min(...of.map((entry) => entry.since));
    return [{ metric, stats: { count: of.length, calculatedMetricValue: runtime.clock.now() - since } }];
  }
  if (!(ofCalls as readonly string[]).includes(metric)) return [];
  const of = now.filter((entry) => entry.metric === metric);
  return [
    {
      ...counted(metric, of.length),
      ...(detailed.includes(metric) ? { truncated: false, observations: of.map(observation) } : {}),
    },
  ];
}

const observation = ({ conversation, who, since }: Now): JsonObject => ({
  observationDate: new Date(since).toISOString(),
  conversationId: conversation.id,
  sessionId: who.sessionId,
  ...(who.routing === undefined ? {} : { routingPriority: who.routing['priority'] }),
  ...(who.name === undefined ? {} : { participantName: who.name }),
  ...(who.userId === undefined ? {} : { userId: who.userId }),
  direction: conversation.direction.toLowerCase(),
  ani: conversation.from,
  dnis: conversation.to,
});
