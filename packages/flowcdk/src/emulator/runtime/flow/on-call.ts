import type { Leg, Run } from '../action-context';
import { FlowProblem } from './flow-problem';

/** The call that a flow serves. Breaks the flow if it serves none. */
export function onCall(run: Run): Leg {
  if (run.leg) return run.leg;
  throw new FlowProblem('this action needs a call, and the flow serves none');
}
