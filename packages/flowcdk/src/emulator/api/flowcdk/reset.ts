import type { JsonObject } from '../../state/json';
import type { Org } from '../../state/org';
import type { Call } from '../call';
import { ApiProblem, nothingRuns } from '../refusals';
import type { Route } from '../route';
import { administratorsRoute } from './own-route';
import { refill } from './refill';

function reset(call: Call): JsonObject {
  const { org, life, parts } = call;
  const everything = call.query('everything') ?? 'false';
  if (!['true', 'false'].includes(everything)) {
    throw new ApiProblem(400, 'bad.request', `everything is '${everything}'; expected true or false`);
  }
  if (everything === 'true') {
    const { addWhatIsThereAtFirst } = parts;
    if (!addWhatIsThereAtFirst) throw nothingRuns();
    refill(org, addWhatIsThereAtFirst);
  } else forget(org);
  life.beginAnew();
  return { contents: org.counts() };
}

/** Removes what calls and workflows have left behind. What was deployed stays. */
function forget(org: Org): void {
  for (const kind of ['callback', 'sentMessage', 'sentiment', 'person'] as const)
    for (const { id } of org.all(kind)) org.remove(kind, id);
}

export const resetRoutes: readonly Route[] = [
  administratorsRoute({
    method: 'POST',
    path: '/flowcdk/reset',
    does: 'begins anew: calls, executions, events, plans of faults and what the clock was moved ahead are gone; with `everything=true` also what was deployed: the org holds what it did at first, and its seed',
    answers: [200, 400, 403],
    query: { everything: 'true: also what was deployed' },
    lives: true,
    toDo: 'resets it',
    handle: reset,
  }),
];
