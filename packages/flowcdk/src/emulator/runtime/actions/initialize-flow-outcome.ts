import type { Run, RunAction } from '../action-context';
import { bound } from '../flow/bound';
import { FlowProblem } from '../flow/flow-problem';

/** Begins to measure an outcome. An outcome that the flow does not set before its end is a failure (documented). */
export const initializeFlowOutcome: RunAction<'initializeFlowOutcome'> = ({ flowOutcome }, run) => {
  const { id, name } = outcomeNamed(run, flowOutcome?.name);
  run.outcomes.begin(id, name);
  return undefined;
};

/** The outcome that a name meant when the flow was published. */
export function outcomeNamed(run: Run, name = ''): { readonly id: string; readonly name: string } {
  const outcome = bound(run, 'outcome', name);
  if (!outcome) throw new FlowProblem(`the flow outcome '${name}' is not there any more`);
  return { id: outcome.id, name };
}
