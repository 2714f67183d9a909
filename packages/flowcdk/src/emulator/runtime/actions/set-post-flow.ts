import { JsonValue, writeJson } from '../../../architect/expressions';
import { isSurvey } from '../../../architect/actions/set-post-flow';
import { jsonIn } from '../../state/json';
import type { RunAction } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import { onCall } from '../flow/on-call';
import { JSON_VALUE, STRING } from '../flow/types';
import { callFlow } from './transfer-to-flow';

/**
 * Keeps the flow that takes the call over when the agent has hung up. The local org has no voice survey flows, and its
 * agents listen to no flow: such a post-flow is noted in the log and never begins.
 */
export const setPostFlow: RunAction<'setPostFlow'> = (action, run) => {
  const leg = onCall(run);
  const why = notPlayed(run.text(action.target, STRING), isSurvey(action));
  if (why !== undefined) {
    run.log('action.notEmulated', { action: run.path, kind: action.kind, why });
    return undefined;
  }
  const name = action.targetFlow?.name ?? '';
  const flow = callFlow(run, name, 'INBOUNDCALL');
  if (!flow) throw new FlowProblem(`there is no published flow '${name}' any more`);
  const data = run.value(action.invocationData, JSON_VALUE);
  leg.postFlow = { flow, invocationData: data instanceof JsonValue ? jsonIn(writeJson(data.data)) : undefined };
  run.log('postFlow.set', { flow: flow.name });
  return undefined;
};

function notPlayed(target: string | undefined, survey: boolean): string | undefined {
  if (target === 'callee') return 'agents of the local org listen to no flow';
  return survey ? 'the local org runs no voice survey flows' : undefined;
}
