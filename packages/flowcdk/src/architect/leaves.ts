import { type Action, actionForms } from './actions';
import type { Form, Leaf } from './forms';

const leavesByAction = new WeakMap<Action, readonly Leaf[]>();

/** What an action holds, its branches as lists, in the order of the text; found once for everybody who asks. */
export function leavesOf(action: Action): readonly Leaf[] {
  let leaves = leavesByAction.get(action);
  if (!leaves) leavesByAction.set(action, (leaves = leavesIn(action)));
  return leaves;
}

function leavesIn(action: Action): readonly Leaf[] {
  const leaves: Leaf[] = [];
  if (action.kind === 'unknown') {
    return (action.branches ?? []).map(({ path, actions }) => ({ role: 'actions', path, actions }));
  }
  const form: Form<unknown> = actionForms[action.kind].form;
  form.walk(action, (leaf) => leaves.push(leaf), '');
  return leaves;
}
