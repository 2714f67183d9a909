import type { ActionList, FlowAction } from '../nodes';

/** Actions in the order of the call; lists inside are opened, so that `map` can make them. */
export type Actions = readonly (FlowAction | Actions)[];

/** A list of a definition → the list of the tree. */
export const actionList = (actions: Actions): ActionList => Object.freeze(flat(actions)) as unknown as ActionList;

const flat = (actions: Actions): FlowAction[] => actions.flatMap((item) => ('kind' in item ? [item] : flat(item)));

/** A branch that was given. */
export const branchOf = (branch: Actions | undefined): { readonly actions: ActionList } | undefined =>
  branch && Object.freeze({ actions: actionList(branch) });

/** The branches that were given; none at all where none was. */
export function pathsOf<T extends object>(branches: T): T | undefined {
  const present = Object.entries(branches).filter(([, branch]) => branch !== undefined);
  return present.length > 0 ? (Object.fromEntries(present) as T) : undefined;
}
