import type { RunAction } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { STRING } from '../flow/types';
import { outcomeNamed } from './initialize-flow-outcome';

/**
 * Sets the result of an outcome: `SUCCESS` or `FAILURE`, in upper or lower case (assumed). Another value breaks the
 * flow (assumed).
 */
export const setFlowOutcome: RunAction<'setFlowOutcome'> = ({ flowOutcome, flowOutcomeValue }, run) => {
  const { id, name } = outcomeNamed(run, flowOutcome?.name);
  const value = run.text(flowOutcomeValue, STRING)?.toUpperCase();
  if (value !== 'SUCCESS' && value !== 'FAILURE')
    throw new FlowProblem(`the value of the flow outcome '${name}' is ${value ?? 'NOT_SET'}; it is SUCCESS or FAILURE`);
  run.outcomes.set(id, name, value);
  return undefined;
};
