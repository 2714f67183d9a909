import { actionForms, type ActionList } from '../architect/actions';
import type { ActionTraits } from '../architect/action';
import { type CallAction, callOf } from './data-action-calls';

/** Whether something is done when a call went wrong in that way. */
export function isHandled(action: CallAction, way: 'failure' | 'timeout'): boolean {
  const { success } = action.outputs ?? {};
  if ((action.outputs?.[way]?.actions?.length ?? 0) > 0) return true;
  // Where success never comes back, what follows the action is for everything else.
  if (endsForGood(success?.actions)) return true;
  return (
    way === 'failure' && [...(callOf(action)?.failureOutputs?.values() ?? [])].some(({ kind }) => kind === 'variable')
  );
}

function endsForGood(list: ActionList | undefined): boolean {
  const last = list?.at(-1);
  if (!last || last.kind === 'unknown') return false;
  const { ends }: ActionTraits = actionForms[last.kind];
  return ends !== undefined;
}
