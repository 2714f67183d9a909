import type { RunAction } from '../action-context';
import { bound } from '../flow/bound';
import { FlowProblem } from '../flow/flow-problem';
import { outcomeNamed } from './initialize-flow-outcome';

/** Reports that the flow reached a milestone, and of which outcome if the action names one. */
export const addFlowMilestone: RunAction<'addFlowMilestone'> = ({ flowOutcome, flowMilestone }, run) => {
  const name = flowMilestone?.name ?? '';
  const milestone = bound(run, 'milestone', name);
  if (!milestone) throw new FlowProblem(`the flow milestone '${name}' is not there any more`);
  run.outcomes.reach(
    milestone.id,
    name,
    flowOutcome?.name === undefined ? undefined : outcomeNamed(run, flowOutcome.name),
  );
  return undefined;
};
