import { type Fields, type ListenerApi, ListenerRefused } from './api';
import { nameWith, type RefilledEvent, type RefillRequest, type RefillSource } from './refill';

/** Asks for the state of each thing. What is not there any more has no state. */
export async function eachState(
  { topic, ids }: RefillRequest,
  stateOf: (id: string) => Promise<Omit<RefilledEvent, 'topicName'> | undefined>,
): Promise<readonly RefilledEvent[]> {
  const events: RefilledEvent[] = [];
  for (const id of ids) {
    const state = await stateOf(id).catch((problem: unknown) => {
      if (problem instanceof ListenerRefused && problem.status === 404) return undefined;
      throw problem;
    });
    if (state) events.push({ topicName: nameWith(topic, id), ...state });
  }
  return events;
}

/** The presences of users, where they changed since the gap began. */
export const refillPresence: RefillSource = (api, request) =>
  eachState(request, async (id) => {
    const { source, primary, presenceDefinition, message, modifiedDate } = await api.get(
      `/api/v2/users/${id}/presences/purecloud`,
    );
    if (!(Date.parse(String(modifiedDate)) >= request.from)) return undefined;
    const { id: presenceId, systemPresence } = presenceDefinition as Fields;
    return {
      event: { source, presenceDefinition: { id: presenceId, systemPresence }, primary, message, modifiedDate },
    };
  });

/** The routing statuses of users, where they changed since the gap began. */
export const refillRoutingStatus: RefillSource = (api, request) =>
  eachState(request, async (id) => {
    const { status, startTime } = await api.get(`/api/v2/users/${id}/routingstatus`);
    if (!(Date.parse(String(startTime)) >= request.from)) return undefined;
    return { event: { id, routingStatus: { status, startTime } }, mark: `${String(status)} ${String(startTime)}` };
  });

const METRICS = [
  'oMemberUsers',
  'oOnQueueUsers',
  'oOffQueueUsers',
  'oUserRoutingStatuses',
  'oWaiting',
  'oAlerting',
  'oInteracting',
];

/** What goes on in queues now. */
export async function refillObservations(
  api: ListenerApi,
  { topic, ids, to }: RefillRequest,
): Promise<readonly RefilledEvent[]> {
  const { results } = await api.send('POST', '/api/v2/analytics/queues/observations/query', {
    filter: { type: 'or', predicates: ids.map((value) => ({ dimension: 'queueId', value })) },
    metrics: METRICS,
  });
  const at = new Date(to).toISOString();
  return ((results ?? []) as readonly { readonly group: Fields; readonly data: unknown }[]).map(({ group, data }) => ({
    topicName: nameWith(topic, String(group['queueId'])),
    event: { group, data: [{ interval: `${at}/${at}`, metrics: data }] },
    mark: at,
  }));
}
