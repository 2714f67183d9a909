import { type Fault, faultKinds } from '../../runtime/services/fault-plan';
import { fieldsOf, itemsOf, type JsonObject, numberOf } from '../../state/json';
import type { Call } from '../call';
import { ApiProblem } from '../problems';
import type { Route } from '../route';
import { listOf, numeric, object, oneOf, required, text, whole } from '../shape';
import { ownRoute } from './own-route';

const DAY = 86_400;
const MOST_FAULTS = 100;

const time = ({ runtime }: Call): JsonObject => ({ now: new Date(runtime.clock.now()).toISOString() });

function advance(call: Call): JsonObject {
  const { seconds } = call.object({ seconds: required(numeric(0, 366 * DAY)) });
  const { clock } = call.runtime;
  if (!('advance' in clock) || typeof clock.advance !== 'function') {
    throw new ApiProblem(409, 'conflict', 'The clock of this org cannot be moved from outside.');
  }
  (clock as { advance(milliseconds: number): void }).advance((numberOf(seconds) ?? 0) * 1000);
  return time(call);
}

const shownFaults = (call: Call): JsonObject => ({ faults: call.runtime.faults.faults as unknown as JsonObject[] });

function plan(call: Call): JsonObject {
  const sent = call.object({
    faults: required(
      listOf(
        object({
          dataAction: required(text(256, 1)),
          fault: required(oneOf(...faultKinds)),
          status: whole(100, 599),
          after: whole(0, DAY * 1000),
          probability: numeric(0, 1),
          times: whole(1, 1_000_000),
        }),
      ),
    ),
  });
  const faults = itemsOf(sent['faults']).map(fieldsOf) as unknown as readonly Fault[];
  if (faults.length > MOST_FAULTS)
    throw new ApiProblem(400, 'bad.request', `faults: ${faults.length} are more than ${MOST_FAULTS}`);
  call.runtime.faults.faults = faults;
  return shownFaults(call);
}

export const steeringRoutes: readonly Route[] = [
  ownRoute({ method: 'GET', path: '/flowcdk/clock', does: 'tells the time of the org', answers: [200], handle: time }),
  ownRoute({
    method: 'POST',
    path: '/flowcdk/clock',
    does: 'moves the clock ahead by `seconds`; what is due meanwhile happens',
    answers: [200, 409],
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
    does: `plans what goes wrong with data actions: ${faultKinds.join(', ')}; after milliseconds, with a probability, so many times`,
    answers: [200],
    handle: plan,
  }),
];
