import type { LoggedEvent } from '../../runtime/events';
import type { JsonObject } from '../../state/json';
import type { Call } from '../call';
import { ApiProblem } from '../refusals';
import { type Route, Stream } from '../route';
import { firstAfter, follow } from './event-stream';
import { ownRoute } from './own-route';

const MOST = 1_000;

/** The kinds of events that can end a stream. */
const lastOnes = ['call.ended', 'agent.wrappedUp', 'flow.ended'];

const notRight = (name: string, value: string, expected: string): ApiProblem =>
  new ApiProblem(400, 'bad.request', `${name} is '${value}'; expected ${expected}`);

/** The number after which the events of the answer begin. A number from an earlier life of the org counts as 0. */
function sinceIn(call: Call, text = call.query('since') ?? '0'): number {
  if (!/^\d{1,15}$/.test(text)) throw notRight('since', text, 'the number of an event');
  const since = Number(text);
  return since > call.runtime.log.newest ? 0 : since;
}

function filterIn(call: Call): (event: LoggedEvent) => boolean {
  const conversationId = call.query('conversationId');
  return (event) => conversationId === undefined || event.conversationId === conversationId;
}

/** Answers with a part of the event log, oldest first. */
function read(call: Call): JsonObject {
  const { log } = call.runtime;
  const since = sinceIn(call);
  const limit = Math.min(MOST, Math.max(1, Math.trunc(Number(call.query('limit') ?? MOST)) || MOST));
  const matching = log.events.slice(firstAfter(log.events, since)).filter(filterIn(call));
  const entities = matching.slice(0, limit);
  return {
    entities: entities as unknown as JsonObject[],
    newest: entities.at(-1)?.number ?? since,
    more: matching.length > limit,
  };
}

function stream(call: Call): Stream {
  const { runtime, life } = call;
  const since = sinceIn(call, call.parts.lastEventId ?? call.query('since'));
  const wants = filterIn(call);
  const until = call.query('until');
  if (until !== undefined && !lastOnes.includes(until)) throw notRight('until', until, `one of ${lastOnes.join(', ')}`);
  return new Stream('text/event-stream', (reader) =>
    follow(
      {
        log: runtime.log,
        since,
        wants,
        over: life.over,
        ...(until === undefined ? {} : { isLast: ({ type }) => type === until }),
      },
      reader,
    ),
  );
}

const which = {
  since: 'number of an event: those after it',
  conversationId: 'events of one conversation',
};

export const eventRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path: '/flowcdk/events',
    does: 'reads the event log, oldest first',
    answers: [200, 400],
    query: { ...which, limit: `how many at most, up to ${MOST}` },
    handle: read,
  }),
  ownRoute({
    method: 'GET',
    path: '/flowcdk/events/stream',
    does: 'follows the event log as server-sent events: those there are, then each when it happens',
    answers: [200, 400],
    query: { ...which, until: `ends with the first event of a kind: ${lastOnes.join(', ')}` },
    answersWith: 'text/event-stream',
    handle: stream,
  }),
];
