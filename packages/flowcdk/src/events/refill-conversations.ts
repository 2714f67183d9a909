import type { Fields, ListenerApi } from './api';
import { nameWith, parts, type RefilledEvent, type RefillRequest, type RefillSource } from './refill';
import { eachState } from './refill-states';

/** Conversations in one request (the API takes no more). */
const MOST_AT_ONCE = 100;
const DAY = 86_400_000;

interface Segment {
  readonly segmentType: string;
  readonly segmentStart: string;
  readonly segmentEnd?: string;
  readonly disconnectType?: string;
  readonly queueId?: string;
  readonly wrapUpCode?: string;
  readonly wrapUpNote?: string;
}

interface Session {
  readonly sessionId: string;
  readonly mediaType?: string;
  readonly direction?: string;
  readonly provider?: string;
  readonly ani?: string;
  readonly dnis?: string;
  readonly segments?: readonly Segment[];
}

interface Participant {
  readonly participantId: string;
  readonly purpose: string;
  readonly userId?: string;
  readonly sessions: readonly Session[];
}

interface Analysed {
  readonly conversationId: string;
  readonly participants: readonly Participant[];
}

/** Rebuilds the events of conversations from their segments. */
export const refillDetails: RefillSource = async (api, { topic, ids, from, to }) => {
  const suffix = topic.slice(topic.indexOf('{id}.') + '{id}.'.length);
  const events: RefilledEvent[] = [];
  for (const some of parts(ids, MOST_AT_ONCE)) {
    const { conversations } = await api.get(`/api/v2/analytics/conversations/details?id=${some.join(',')}`);
    for (const { conversationId, participants } of (conversations ?? []) as readonly Analysed[])
      for (const who of participants)
        for (const session of who.sessions) {
          const event = rebuilt(suffix, who, session);
          if (!event || event.eventTime < from || event.eventTime > to) continue;
          events.push({ topicName: nameWith(topic, conversationId), event: { conversationId, ...event } });
        }
  }
  return events;
};

/** Which participants have events of which kind. */
const purposes: Readonly<Record<string, readonly string[]>> = {
  customer: ['customer', 'external'],
  user: ['agent', 'user'],
  acd: ['acd'],
  acw: ['agent', 'user'],
};

interface Rebuilt extends Fields {
  readonly eventTime: number;
}

/** The event of a session, as far as its segments tell. Undefined where it has not happened. */
function rebuilt(suffix: string, who: Participant, session: Session): Rebuilt | undefined {
  const [kind = '', moment] = suffix.split('.');
  if (!purposes[kind]?.includes(who.purpose)) return undefined;
  const { segments = [] } = session;
  const wrapup = segments.find(({ segmentType }) => segmentType === 'wrapup');
  const talked = segments.filter((segment) => segment !== wrapup);
  const [first, last] = [talked[0], talked.at(-1)];
  const ending = kind === 'acw' ? wrapup : last;
  const at = moment === 'start' ? first?.segmentStart : ending?.segmentEnd;
  if (at === undefined) return undefined;
  const { queueId } = wrapup ?? last ?? {};
  return {
    eventTime: Date.parse(at),
    participantId: who.participantId,
    sessionId: session.sessionId,
    mediaType: (session.mediaType ?? 'unknown').toUpperCase(),
    direction: (session.direction ?? 'unknown').toUpperCase(),
    ...fieldsThere({ provider: session.provider, ani: session.ani, dnis: session.dnis, userId: who.userId, queueId }),
    ...(moment === 'end' && last?.disconnectType ? { disconnectType: inCapitals(last.disconnectType) } : {}),
    ...(kind === 'acw' && wrapup?.segmentEnd !== undefined
      ? {
          ...fieldsThere({ wrapupCode: wrapup.wrapUpCode, wrapupNotes: wrapup.wrapUpNote }),
          wrapupDurationMs: Date.parse(wrapup.segmentEnd) - Date.parse(wrapup.segmentStart),
        }
      : {}),
  };
}

const fieldsThere = (fields: Readonly<Record<string, unknown>>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** `noAnswerTransfer` ⇒ `NO_ANSWER_TRANSFER` */
const inCapitals = (word: string): string => word.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

/** The conversations of queues or users that the gap touched, as they are now. */
export const refillConversations: RefillSource = (api, request) =>
  statesOf(api, request, '/api/v2/conversations', [
    'startTime',
    'endTime',
    'conversationIds',
    'state',
    'selfUri',
    'name',
  ]);

/** The same of calls alone. */
export const refillCalls: RefillSource = (api, request) =>
  statesOf(api, request, '/api/v2/conversations/calls', ['selfUri'], 'voice');

/** The same of callbacks alone. */
export const refillCallbacks: RefillSource = (api, request) =>
  statesOf(api, request, '/api/v2/conversations/callbacks', ['selfUri'], 'callback');

async function statesOf(
  api: ListenerApi,
  request: RefillRequest,
  path: string,
  without: readonly string[],
  medium?: string,
): Promise<readonly RefilledEvent[]> {
  const dimension = request.topic.startsWith('v2.users.') ? 'userId' : 'queueId';
  const events: RefilledEvent[] = [];
  for (const id of request.ids) {
    const all = await conversationsOf(
      api,
      { [dimension]: id, ...(medium === undefined ? {} : { mediaType: medium }) },
      request,
    );
    const keyOf = (conversationId: string): string => `${request.topic} ${id} ${conversationId}`;
    const touched = all.filter((conversationId) => !request.questions.has(keyOf(conversationId)));
    for (const conversationId of touched) request.questions.add(keyOf(conversationId));
    const states = await eachState({ ...request, ids: touched }, async (conversationId) => {
      const body = await api.get(`${path}/${conversationId}`);
      const event = Object.fromEntries(Object.entries(body).filter(([name]) => !without.includes(name)));
      return { event, mark: `${request.to}` };
    });
    events.push(...states.map((state) => ({ ...state, topicName: nameWith(request.topic, id) })));
  }
  return events;
}

/** A conversation that an analytics query brings. */
interface InAnalytics {
  readonly conversationId: string;
  readonly conversationEnd?: string;
}

/** Conversations that are not over (documented: the usual filter for them). */
const NOT_OVER = {
  conversationFilters: [
    { type: 'and', predicates: [{ type: 'dimension', dimension: 'conversationEnd', operator: 'notExists' }] },
  ],
};
/** What ended last comes first, so that few pages are read. */
const LAST_ENDED_FIRST = { orderBy: 'conversationEnd', order: 'desc' };

/**
 * The ids of conversations that were under way in the gap. The query looks a day back, because long calls began before. What
 * is not over has a query of its own: where it stands in the order of ends is not documented.
 */
async function conversationsOf(
  api: ListenerApi,
  dimensions: Readonly<Record<string, string>>,
  { from, to }: RefillRequest,
): Promise<readonly string[]> {
  const predicates = Object.entries(dimensions).map(([dimension, value]) => ({ dimension, value }));
  const interval = `${new Date(from - DAY).toISOString()}/${new Date(to + 1).toISOString()}`;
  const isOfGap = ({ conversationEnd }: InAnalytics): boolean =>
    conversationEnd === undefined || Date.parse(conversationEnd) >= from;
  const ids = new Set<string>();
  for (const which of [NOT_OVER, LAST_ENDED_FIRST]) {
    for (let pageNumber = 1; ; pageNumber += 1) {
      const { conversations } = await api.send('POST', '/api/v2/analytics/conversations/details/query', {
        interval,
        segmentFilters: [{ type: 'and', predicates }],
        ...which,
        paging: { pageSize: MOST_AT_ONCE, pageNumber },
      });
      const page = (conversations ?? []) as readonly InAnalytics[];
      const ofGap = page.filter(isOfGap);
      for (const { conversationId } of ofGap) ids.add(conversationId);
      if (page.length < MOST_AT_ONCE || ofGap.length < page.length) break;
    }
  }
  return [...ids];
}
