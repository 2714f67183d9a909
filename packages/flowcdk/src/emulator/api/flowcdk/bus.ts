import { EventPatternError } from '../../../event-bridge';
import { BusProblem } from '../../runtime/bus/bus-event';
import type { KnownSource } from '../../runtime/bus/local-bus';
import type { JsonObject } from '../../state/json';
import { listOf, numeric, object, required, text, whole } from '../../state/shape';
import type { Call } from '../call';
import { page } from '../paging';
import { ApiProblem, notNamed, notThere, wrongBody, wrongValue } from '../refusals';
import type { Route } from '../route';
import { ownRoute } from './own-route';

/** Where everything about the bus lies. */
export const busPath = '/flowcdk/bus';

const DAY = 86_400_000;
const faultsBody = {
  outages: listOf(object({ from: required(text(100, 1)), to: required(text(100, 1)) }, 'refused'), 100),
  duplicated: numeric(0, 1),
  delayed: numeric(0, 1),
  delay: whole(0, DAY),
};

/** What the bus refuses becomes 400, with the place in the pattern where that is wrong. */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof EventPatternError)
      throw wrongBody(
        problem.problems.map(({ place, message }) => {
          const field = place === '' ? 'pattern' : `pattern.${place}`;
          return { field, message: `${field}: ${message}` };
        }),
      );
    if (problem instanceof BusProblem) throw new ApiProblem(400, 'bad.request', `${problem.message}.`);
    throw problem;
  }
}

/** @throws ApiProblem 400 for a name that no rule has */
export function checkRules({ runtime: { bus } }: Call, names: readonly string[]): void {
  const known = bus.rules.map(({ name }) => name);
  for (const name of names) if (!known.includes(name)) throw notNamed('rule of the bus', name, known);
}

/** A moment in ISO 8601. @throws ApiProblem 400 for any other text */
export function momentIn(value: string, field: string): Date {
  const moment = new Date(value);
  if (!/^\d{4}-\d\d-\d\d/.test(value) || Number.isNaN(moment.getTime()))
    throw wrongValue(`${field}: expected a moment such as 2026-01-05T10:00:00Z, not '${value}'`, field);
  return moment;
}

const shownSource = ({ name, suffix, account, region, topics, state }: KnownSource): JsonObject => ({
  name,
  suffix,
  account,
  region,
  topics,
  state,
});

const shownBus = ({ runtime: { bus } }: Call): JsonObject => ({
  sources: bus.sources.map(shownSource),
  rules: bus.rules.length,
  archives: bus.archives,
  received: bus.received,
  waiting: bus.waiting,
  deadLetters: bus.deadLetters.length,
  lost: bus.lostEvents,
});

function associate(call: Call): JsonObject {
  const { bus } = call.runtime;
  const suffix = call.param('suffix');
  if (!bus.sources.some((source) => source.suffix === suffix)) throw notThere('event source', suffix);
  return shownSource(refusing(() => bus.associate(suffix)));
}

function shownFaults({ runtime: { bus } }: Call): JsonObject {
  const { outages = [], duplicated = 0, delayed = 0, delay = 60_000 } = bus.faults;
  const shown = outages.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }));
  return { outages: shown, duplicated, delayed, delay };
}

function plan(call: Call): JsonObject {
  const { outages = [], ...others } = call.only(faultsBody);
  const read = outages.map(({ from, to }, i) => ({
    from: momentIn(from, `outages[${i}].from`),
    to: momentIn(to, `outages[${i}].to`),
  }));
  refusing(() => (call.runtime.bus.faults = { ...others, outages: read }));
  return shownFaults(call);
}

/** The bus beside the org: Amazon EventBridge under the clock of the org. */
export const busRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path: busPath,
    does: 'gives the state of the local event bus: the event sources of integrations, and how many events it received, keeps as dead letters and lost',
    answers: [200],
    handle: shownBus,
  }),
  ownRoute({
    method: 'PUT',
    path: `${busPath}/sources/:suffix`,
    does: 'associates a bus with an event source, by the suffix that its integration has; without one its events are lost',
    answers: [200, 404],
    handle: associate,
  }),
  ownRoute({
    method: 'GET',
    path: `${busPath}/lost`,
    does: 'lists events of the bus that nobody will get any more, each with the reason',
    answers: [200],
    handle: (call) =>
      page(
        call,
        call.runtime.bus.lost.map(({ at, ...lost }) => ({ at: new Date(at).toISOString(), ...lost })),
        `${busPath}/lost`,
      ),
  }),
  ownRoute({
    method: 'GET',
    path: `${busPath}/faults`,
    does: 'gives what goes wrong on purpose between the org and the bus',
    answers: [200],
    handle: shownFaults,
  }),
  ownRoute({
    method: 'PUT',
    path: `${busPath}/faults`,
    does: 'plans what goes wrong between the org and the bus: `outages` in which it takes nothing (`from`, `to`, ISO 8601), the shares of events that are `duplicated` and `delayed` (0 to 1), and the longest `delay` in milliseconds',
    answers: [200, 400],
    body: faultsBody,
    handle: plan,
  }),
];
