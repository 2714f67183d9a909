import type { RefillSource } from './refill';
import { refillCallbacks, refillCalls, refillConversations, refillDetails } from './refill-conversations';
import { refillObservations, refillPresence, refillRoutingStatus } from './refill-states';

/** What a refill can bring back. */
export type Refillable =
  /** Every event of the gap. */
  | 'events'
  /** The state at the end of the gap; what was in between is lost. */
  | 'state'
  /** Nothing. */
  | 'nothing';

/** How the events of a kind of topic that a gap swallowed come back. */
export interface RefillRule {
  readonly brings: Refillable;
  /** The request that is sent, for the docs; why nothing comes back where nothing does. */
  readonly source: string;
  /** The request depends on analytics, which show a gap late: it is sent once more. */
  readonly isLate?: boolean;
  readonly refill?: RefillSource;
}

const DETAILS = 'GET /api/v2/analytics/conversations/details';
const QUERY = 'POST /api/v2/analytics/conversations/details/query';

const details: RefillRule = { brings: 'events', source: DETAILS, isLate: true, refill: refillDetails };
const conversationStates: RefillRule = {
  brings: 'state',
  source: `${QUERY}, then GET /api/v2/conversations/{id}`,
  isLate: true,
  refill: refillConversations,
};
const callStates: RefillRule = {
  brings: 'state',
  source: `${QUERY}, then GET /api/v2/conversations/calls/{id}`,
  isLate: true,
  refill: refillCalls,
};
const callbackStates: RefillRule = {
  brings: 'state',
  source: `${QUERY}, then GET /api/v2/conversations/callbacks/{id}`,
  isLate: true,
  refill: refillCallbacks,
};
const detail = (suffix: string): string => `v2.detail.events.conversation.{id}.${suffix}`;

/** How gaps are refilled, by the name of a topic. Topics that are not here cannot be refilled. */
export const refillTable: Readonly<Record<string, RefillRule>> = {
  [detail('customer.start')]: details,
  [detail('customer.end')]: details,
  [detail('user.start')]: details,
  [detail('user.end')]: details,
  [detail('acd.start')]: details,
  [detail('acd.end')]: details,
  [detail('acw')]: details,
  [detail('attributes')]: { brings: 'nothing', source: 'analytics have no history of attributes' },
  [detail('flow.start')]: { brings: 'nothing', source: 'analytics show only the newest flow of a session' },
  [detail('flow.end')]: { brings: 'nothing', source: 'analytics show only the newest flow of a session' },
  'v2.users.{id}.conversations': conversationStates,
  'v2.routing.queues.{id}.conversations': conversationStates,
  'v2.users.{id}.conversations.calls': callStates,
  'v2.routing.queues.{id}.conversations.calls': callStates,
  'v2.users.{id}.conversations.callbacks': callbackStates,
  'v2.routing.queues.{id}.conversations.callbacks': callbackStates,
  'v2.users.{id}.presence': {
    brings: 'state',
    source: 'GET /api/v2/users/{id}/presences/purecloud',
    refill: refillPresence,
  },
  'v2.users.{id}.routingStatus': {
    brings: 'state',
    source: 'GET /api/v2/users/{id}/routingstatus',
    refill: refillRoutingStatus,
  },
  'v2.analytics.queues.{id}.observations': {
    brings: 'state',
    source: 'POST /api/v2/analytics/queues/observations/query',
    refill: refillObservations,
  },
  'v2.users.{id}.activity': {
    brings: 'nothing',
    source: 'presence and routing status have topics of their own, which can be refilled',
  },
};

const NOTHING: RefillRule = { brings: 'nothing', source: 'the API has no request for it' };

/** How a gap of a topic is refilled. @param topic with its placeholder */
export const refillRuleOf = (topic: string): RefillRule => refillTable[topic] ?? NOTHING;
