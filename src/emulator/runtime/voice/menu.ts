import { FlowProblem } from '../flow/flow-problem';
import type { FlowRun } from '../flow/flow-run';
import type { Jump } from '../flow/jump';
import type { Place } from '../flow/program';
import type { Steps } from '../steps';

/** A menu: says what can be chosen and waits for a key. */
export function* runMenu(run: FlowRun, place: Place<'menu'>): Steps<Jump> {
  run.countEntry();
  yield* run.leg?.line.flush() ?? noSteps();
  throw new FlowProblem(`the menu '${place.name}' cannot be run yet`);
}

function* noSteps(): Steps<void> {
  // Nothing to wait for.
}
