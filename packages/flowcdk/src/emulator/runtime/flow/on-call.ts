import type { CallLeg } from '../conversation/call-leg';
import { FlowProblem } from './flow-problem';
import type { FlowRun } from './flow-run';

/** The call a flow serves; an action for calls breaks a flow that serves none. */
export function onCall(run: FlowRun): CallLeg {
  if (run.leg) return run.leg;
  throw new FlowProblem('this action needs a call, and the flow serves none');
}
