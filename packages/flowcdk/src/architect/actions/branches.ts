import type { ActionList, FlowAction } from '../nodes';

/** Actions in the order of the call; lists inside are opened, so that `map` can make them. */
export type Actions = readonly (FlowAction | Actions)[];

/** A list of a definition → the list of the tree. */
export const actionList = (given: Actions): ActionList => Object.freeze(flat(given)) as unknown as ActionList;

const flat = (given: Actions): FlowAction[] => given.flatMap((item) => ('kind' in item ? [item] : flat(item)));

/** A branch that was given. */
export const branchOf = (given: Actions | undefined): { readonly actions: ActionList } | undefined =>
  given && Object.freeze({ actions: actionList(given) });

/** The branches that were given; none at all where none was. */
export function pathsOf<T extends object>(branches: T): T | undefined {
  const given = Object.entries(branches).filter(([, branch]) => branch !== undefined);
  return given.length > 0 ? (Object.fromEntries(given) as T) : undefined;
}
