import type { Leg, Run } from '../action-context';
import { FlowProblem } from './flow-problem';

/** The call a flow serves; an action for calls breaks a flow that serves none. */
export function onCall(run: Run): Leg {
  if (run.leg) return run.leg;
  throw new FlowProblem('this action needs a call, and the flow serves none');
}
