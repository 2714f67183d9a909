import { notThere } from '../refusals';
import type { Route } from '../route';
import { aggregatesBody, queryAggregates } from './aggregates-query';
import { analyticsConversation } from './analytics-conversation';
import { detailsBody, queryDetails } from './details-query';
import { observationsBody, queryObservations } from './queue-observations';
import { isShown, shownConversations } from './shown-conversations';

const path = '/api/v2/analytics/conversations';
const ofDetails = { permission: 'analytics:conversationDetail:view', certainty: 'documented' } as const;
const seen =
  'What the org has seen in its present life, at once; the cloud shows it some minutes later, and so does the org with `analyticsDelay` or `--analytics-delay`.';

/** Analytics of what happened in the org. */
export const analyticsRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: `${path}/details/query`,
    does: 'finds conversations by filters, with their sessions, segments and metrics',
    ...ofDetails,
    answers: [200],
    note: `${seen} Which segments and metrics a session has is believed; at most 31 days and 100 on a page (believed). Participants have no attributes here.`,
    body: detailsBody,
    handle: queryDetails,
  },
  {
    method: 'GET',
    path: `${path}/:id/details`,
    does: 'gives one conversation as analytics show it',
    ...ofDetails,
    answers: [200, 404],
    note: seen,
    handle: (call) => {
      const conversation = call.runtime.conversations.get(call.param('id'));
      if (!conversation || !isShown(conversation, call.runtime)) throw notThere('conversation', call.param('id'));
      return analyticsConversation(conversation);
    },
  },
  {
    method: 'GET',
    path: `${path}/details`,
    does: 'gives conversations as analytics show them, by their ids',
    ...ofDetails,
    answers: [200],
    note: `${seen} Ids that nothing has are left out.`,
    query: { id: 'ids with commas between them' },
    handle: (call) => {
      const ids = (call.query('id') ?? '').split(',');
      const all = shownConversations(call.runtime).filter(({ id }) => ids.includes(id));
      return { conversations: all.map((conversation) => analyticsConversation(conversation)) };
    },
  },
  {
    method: 'POST',
    path: `${path}/aggregates/query`,
    does: 'adds up figures of conversations by groups and parts of an interval',
    permission: 'analytics:conversationAggregate:view',
    answers: [200],
    certainty: 'documented',
    note: `${seen} The moment at which a figure counts is believed; by which figures topN and bottomN sort is assumed.`,
    body: aggregatesBody,
    handle: queryAggregates,
  },
  {
    method: 'POST',
    path: '/api/v2/analytics/queues/observations/query',
    does: 'tells what goes on in queues now: calls that wait, ring and talk, and what members do',
    permission: 'analytics:queueObservation:view',
    answers: [200],
    certainty: 'documented',
    note: 'Which group a figure stands in, and its qualifier, is believed.',
    body: observationsBody,
    handle: queryObservations,
  },
];
