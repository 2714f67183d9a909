import type { JsonObject } from '../../state/json';
import type { Call } from '../call';
import type { Route } from '../route';
import { ownRoute } from './own-route';

const MOST = 1_000;

/** A part of the event log, oldest first. */
function read(call: Call): JsonObject {
  const { log } = call.runtime;
  const since = Number(call.query('since') ?? 0);
  const conversationId = call.query('conversationId');
  const limit = Math.min(MOST, Math.max(1, Number(call.query('limit') ?? MOST) || MOST));
  const wanted = log.events.filter(
    (event) => event.number > since && (conversationId === undefined || event.conversationId === conversationId),
  );
  const entities = wanted.slice(0, limit);
  return {
    entities: entities as unknown as JsonObject[],
    newest: entities.at(-1)?.number ?? since,
    more: wanted.length > limit,
  };
}

export const eventRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path: '/flowcdk/events',
    does: 'reads the event log: `since` a number, `conversationId`, `limit`; follow it at /flowcdk/events/stream',
    answers: [200],
    handle: read,
  }),
];
