import type { Action } from '../../../architect/actions';
import { waysOut } from '../../../architect/ways';
import type { Run } from '../action-context';
import { FlowProblem } from '../flow/flow-problem';
import type { Way } from '../flow/jump';

/**
 * Runs an action that the local org does not emulate: the action fails. The flow takes the action's failure path. If
 * the action has none, the flow takes its own error path. The log names the action.
 */
export function notEmulated(action: Action, run: Run): Way {
  const kind = action.kind === 'unknown' ? action.type : action.kind;
  run.log('action.notEmulated', { action: run.path, kind, why: 'the local org does not do this kind of action' });
  const failure = failurePath(action);
  if (failure) return failure;
  throw new FlowProblem(`the local org does not do actions of kind ${kind}`);
}

/** The path for a failure, if the flow has actions on one. */
function failurePath(action: Action): Way | undefined {
  const ways =
    action.kind === 'unknown'
      ? (action.branches ?? []).map(({ path, actions }) => ({ name: path.split('.').at(-1), actions }))
      : waysOut(action);
  const drawn = ways?.find(({ name, actions }) => name === 'failure' && actions !== undefined);
  return drawn && { to: 'way', name: 'failure', actions: drawn.actions };
}
