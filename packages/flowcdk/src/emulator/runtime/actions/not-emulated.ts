import type { Action } from '../../../architect/actions';
import { FlowProblem } from '../flow/flow-problem';
import type { FlowRun } from '../flow/flow-run';

/** An action the local org does not do: the flow takes its error path, and the log names the action. */
export function notEmulated(action: Action, run: FlowRun): never {
  const kind = action.kind === 'unknown' ? action.type : action.kind;
  run.log('action.notEmulated', { action: run.path, kind, why: 'the local org does not do this kind of action' });
  throw new FlowProblem(`the local org does not do actions of kind ${kind}`);
}
