import type { Action, ActionList } from './actions';
import { type FlowTree, flowForms } from './flow-tree';
import type { Form } from './forms';
import { leavesOf } from './leaves';

/** All actions of a flow, branches included, in the order of the text. */
export function actionsOf(flow: FlowTree): readonly Action[] {
  const actions: Action[] = [];
  const add = (list: ActionList): void => {
    for (const action of list) {
      actions.push(action);
      for (const leaf of leavesOf(action)) if (leaf.role === 'actions') add(leaf.actions);
    }
  };
  const form: Form<unknown> = flowForms[flow.kind];
  form.walk(
    flow,
    (leaf) => {
      if (leaf.role === 'actions') add(leaf.actions);
    },
    '',
  );
  return actions;
}
