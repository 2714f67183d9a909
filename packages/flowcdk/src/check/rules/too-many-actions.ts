import type { Action, ActionList } from '../../architect/actions';
import { knownNumber } from '../known-values';
import { leavesOf } from '../../architect/leaves';
import type { ListPlace, Rule } from '../rule';
import { yamlOf } from '../yaml-of';

const MOST = 10_000;

/** A run of a flow may execute 10 000 actions. Loops inside loops get there; what they call counts for itself. */
export const tooManyActions: Rule = {
  name: 'too-many-actions',
  family: 'limits',
  severity: 'warning',
  protectsFrom: 'a flow that is stopped by error handling because it ran too many actions',
  start: (report) => ({
    actions: {
      loop: (action, place) => {
        if (place.around.some((outer) => outer.action.kind === 'loop')) return;
        const most = executed(action, place);
        if (most <= MOST) return;
        report({
          message: `up to ${most} actions may be executed in this loop`,
          help: `After ${MOST} the error handling of the flow begins. Give the loop fewer turns, or leave it earlier.`,
          file: place.file,
          path: place.path,
          yaml: yamlOf(action.loopCount),
        });
      },
    },
  }),
};

/** The longest way through a list, with every turn of its loops. */
const longest = (list: ActionList, place: ListPlace): number =>
  list.reduce((n, action) => n + executed(action, place), 0);

function executed(action: Action, place: ListPlace): number {
  if (action.kind === 'unknown') return 1;
  let branches = 0;
  for (const leaf of leavesOf(action)) {
    if (leaf.role === 'actions') branches = Math.max(branches, longest(leaf.actions, place));
  }
  const turns = action.kind === 'loop' ? Math.max(0, knownNumber(action.loopCount, place) ?? 1) : 1;
  return 1 + turns * branches;
}
