import { type Action, actionForms } from './actions';
import type { Form, Leaf } from './forms';

const leavesByAction = new WeakMap<Action, readonly Leaf[]>();

/**
 * The leaves of an action in the order of the text. Its branches are lists of actions. They are collected once and
 * remembered.
 */
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
