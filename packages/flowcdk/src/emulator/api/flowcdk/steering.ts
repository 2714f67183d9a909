import type { Clock } from '../../runtime/clock';
import { type Fault, faultKinds } from '../../runtime/services/fault-plan';
import type { DeliveryFaults } from '../../runtime/triggers/delivery-faults';
import { type JsonObject, pick } from '../../state/json';
import type { Call } from '../call';
import { ApiProblem, notNamed } from '../refusals';
import type { Route } from '../route';
import { listOf, numeric, object, oneOf, required, text, whole } from '../../state/shape';
import { ownRoute } from './own-route';

const DAY = 86_400;
const MOST_FAULTS = 100;

const clockBody = { seconds: required(numeric(0, 366 * DAY)) };
const faultsBody = {
  faults: required(
    listOf(
      object(
        {
          dataAction: required(text(256, 1)),
          fault: required(oneOf(...faultKinds)),
          status: whole(100, 599),
          field: text(256, 1),
          after: whole(0, DAY * 1000),
          probability: numeric(0, 1),
          times: whole(1, 1_000_000),
        },
        'refused',
      ),
    ),
  ),
};
const eventFaultsBody = {
  dropped: numeric(0, 1),
  duplicated: numeric(0, 1),
  delayed: numeric(0, 1),
  delay: whole(0, DAY * 1000),
  reordered: numeric(0, 1),
};

const timeOf = (clock: Clock): JsonObject => ({ now: new Date(clock.now()).toISOString() });

async function advance(call: Call): Promise<JsonObject> {
  const { seconds } = call.only(clockBody);
  // The org may begin anew meanwhile; then it has another clock.
  const { clock } = call.runtime;
  const arrived = await clock.advance(seconds * 1000, call.parts.left);
  return { ...timeOf(clock), arrived };
}

const shownFaults = (call: Call): JsonObject => ({ faults: call.runtime.faults.faults as unknown as JsonObject[] });

function plan(call: Call): JsonObject {
  const faults = call.only(faultsBody).faults as readonly Fault[];
  if (faults.length > MOST_FAULTS)
    throw new ApiProblem(400, 'bad.request', `faults: ${faults.length} are more than ${MOST_FAULTS}`);
  const names = call.org.all('dataAction').map((action) => action.name);
  for (const { dataAction } of faults) {
    if (!names.includes(dataAction)) throw notNamed('data action', dataAction, names);
  }
  call.runtime.faults.faults = faults;
  return shownFaults(call);
}

const shownEventFaults = ({ runtime }: Call): JsonObject => ({ ...runtime.triggers.faults });

function planForEvents(call: Call): JsonObject {
  const sent = call.only(eventFaultsBody);
  call.runtime.triggers.faults = pick(sent, Object.keys(eventFaultsBody)) as DeliveryFaults;
  return shownEventFaults(call);
}

export const steeringRoutes: readonly Route[] = [
  ownRoute({
    method: 'GET',
    path: '/flowcdk/clock',
    does: 'tells the time of the org',
    answers: [200],
    handle: ({ runtime }) => timeOf(runtime.clock),
  }),
  ownRoute({
    method: 'POST',
    path: '/flowcdk/clock',
    does: 'moves the clock ahead by `seconds`; what is due meanwhile happens. A second move begins when the first is over. A move ends where it is when its caller leaves or the org begins anew: `arrived` is false then',
    answers: [200],
    body: clockBody,
    takesTime: true,
    handle: advance,
  }),
  ownRoute({
    method: 'GET',
    path: '/flowcdk/faults',
    does: 'lists what goes wrong on purpose',
    answers: [200],
    handle: shownFaults,
  }),
  ownRoute({
    method: 'PUT',
    path: '/flowcdk/faults',
    does: `plans what goes wrong with data actions: ${faultKinds.join(', ')}; \`field\` says which field is missing or of a wrong type, or all; after milliseconds, with a probability, so many times`,
    answers: [200],
    body: faultsBody,
    handle: plan,
  }),
  ownRoute({
    method: 'GET',
    path: '/flowcdk/event-faults',
    does: 'tells what goes wrong on purpose between an event and its triggers',
    answers: [200],
    handle: shownEventFaults,
  }),
  ownRoute({
    method: 'PUT',
    path: '/flowcdk/event-faults',
    does: 'plans how many of the events that triggers hear of are dropped, duplicated, delayed (by up to `delay` milliseconds) or reordered, each a share from 0 to 1',
    answers: [200],
    body: eventFaultsBody,
    handle: planForEvents,
  }),
];
