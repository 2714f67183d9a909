import { actionForms, type ActionList } from '../architect/actions';
import type { ActionTraits } from '../architect/action';
import { type CallAction, callOf } from './data-action-calls';

/** Whether the flow does something when a call ends in that way. */
export function isHandled(action: CallAction, way: 'failure' | 'timeout'): boolean {
  const { success } = action.outputs ?? {};
  if ((action.outputs?.[way]?.actions?.length ?? 0) > 0) return true;
  // If the success path never returns, the actions behind handle everything else.
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
