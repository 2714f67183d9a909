import type { ActionList, FlowAction } from '../nodes';

/** Actions in the order of the run. Nested lists are flattened, so that `map` can produce actions. */
export type Actions = readonly (FlowAction | Actions)[];

/** Converts a list of a definition into the list of the tree. */
export const actionList = (actions: Actions): ActionList => Object.freeze(flat(actions)) as unknown as ActionList;

const flat = (actions: Actions): FlowAction[] => actions.flatMap((item) => ('kind' in item ? [item] : flat(item)));

/** A branch in the form of the tree. Undefined where the definition leaves it out. */
export const branchOf = (branch: Actions | undefined): { readonly actions: ActionList } | undefined =>
  branch && Object.freeze({ actions: actionList(branch) });

/** The branches that the definition has. Undefined where it has none. */
export function pathsOf<T extends object>(branches: T): T | undefined {
  const present = Object.entries(branches).filter(([, branch]) => branch !== undefined);
  return present.length > 0 ? (Object.fromEntries(present) as T) : undefined;
}
