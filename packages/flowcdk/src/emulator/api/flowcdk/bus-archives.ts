import type { EventPattern } from '../../../event-bridge';
import type { JsonObject } from '../../state/json';
import { anyObject, listOf, required, text, whole } from '../../state/shape';
import type { Call } from '../call';
import { ApiProblem, notThere } from '../refusals';
import type { Route } from '../route';
import { refusing, busPath, checkRules, momentIn } from './bus';
import { ownRoute } from './own-route';

const path = `${busPath}/archives`;
/** So many archives fit into the memory of a local org. */
const MOST_ARCHIVES = 10;

const archiveBody = { bus: text(64, 1), pattern: anyObject, retentionDays: whole(0, 36_500) };
const replayBody = {
  from: required(text(100, 1)),
  to: required(text(100, 1)),
  rules: listOf(text(64, 1), 300),
  name: text(64, 1),
};

function known(call: Call): string {
  const name = call.param('name');
  if (!call.runtime.bus.archives.includes(name)) throw notThere('archive of the bus', name);
  return name;
}

function putArchive(call: Call): JsonObject {
  const { bus } = call.runtime;
  const name = call.param('name');
  const { pattern, retentionDays, bus: suffix } = call.only(archiveBody);
  if (bus.archives.length >= MOST_ARCHIVES && !bus.archives.includes(name))
    throw new ApiProblem(400, 'bad.request', `The local org has ${MOST_ARCHIVES} archives at most.`);
  refusing(() => bus.archive(name, { bus: suffix, retentionDays, pattern: pattern as EventPattern | undefined }));
  return { name, selfUri: `${path}/${name}` };
}

function replay(call: Call): JsonObject {
  const name = known(call);
  const { from, to, rules, name: replayed } = call.only(replayBody);
  if (rules) checkRules(call, rules);
  const between = { from: momentIn(from, 'from'), to: momentIn(to, 'to'), ...(rules === undefined ? {} : { rules }) };
  return { sent: refusing(() => call.runtime.bus.replay(name, between, replayed)) };
}

/** Archives of the bus, and replays of them. */
export const busArchiveRoutes: readonly Route[] = [
  ownRoute({
    method: 'PUT',
    path: `${path}/:name`,
    does: 'keeps the events of the local event bus from now on, those of a `pattern` for so many `retentionDays` (0: for ever). An archive that is there begins anew',
    answers: [200, 400],
    body: archiveBody,
    handle: putArchive,
  }),
  ownRoute({
    method: 'DELETE',
    path: `${path}/:name`,
    does: 'forgets an archive with its events',
    answers: [204, 404],
    handle: (call) => {
      call.runtime.bus.removeArchive(known(call));
      return undefined;
    },
  }),
  ownRoute({
    method: 'POST',
    path: `${path}/:name/replay`,
    does: 'sends the events that happened `from` a moment `to` another (ISO 8601) to the rules again, or to some `rules`; they have the `name` of the replay in `replay-name`',
    answers: [200, 400, 404],
    body: replayBody,
    handle: replay,
  }),
];
