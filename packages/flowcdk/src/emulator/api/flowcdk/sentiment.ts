import type { JsonObject } from '../../state/json';
import { numeric, whole } from '../../state/shape';
import { sentiment } from '../../state/tables/sentiment';
import type { Call } from '../call';
import type { Route } from '../route';
import { conversationOf, path as calls } from './calls';
import { ownRoute } from './own-route';

const DAY = 86_400_000;
const sentimentBody = {
  score: numeric(-100, 100),
  trend: sentiment.trend,
  trendClass: sentiment.trendClass,
  after: whole(0, DAY),
};

function set(call: Call): JsonObject {
  const { id } = conversationOf(call);
  return call.runtime.sentiments.set(id, call.only(sentimentBody));
}

export const sentimentRoutes: readonly Route[] = [
  ownRoute({
    method: 'PUT',
    path: `${calls}/:id/sentiment`,
    does: 'says what the analysis of a call finds: a `score` from -100 to 100 (without one there is nothing to judge), ready so many milliseconds `after` the end of the call',
    answers: [200, 404],
    body: sentimentBody,
    handle: set,
  }),
];
