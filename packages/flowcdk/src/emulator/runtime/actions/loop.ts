import type { ValueNode } from '../../../architect/values';
import type { Run, RunAction } from '../action-context';
import { way } from '../flow/jump';
import { INTEGER } from '../flow/types';

/** The most turns that a loop takes. It is the bound of the scripting SDK; higher counts are not documented. */
const MOST_TURNS = 99;

/**
 * Runs its actions a number of times. The index counts from 0, and a count below 1 runs nothing (documented). The index
 * gets its first value before the count is evaluated. The loop evaluates both anew before each turn, so that a flow may
 * change them inside the loop (inferred: a widely deployed flow counts its index down to ask again).
 */
export const loop: RunAction<'loop'> = function* ({ loopCount, currentIndex, outputs }, run) {
  let index = 0;
  run.bind(currentIndex, index);
  for (let turns = 0; ; turns += 1) {
    const count = run.value(loopCount, INTEGER);
    if (typeof count !== 'number' || index >= count) return undefined;
    if (turns === MOST_TURNS) {
      run.log('limit.reached', { limit: 'loop.turns.max', value: MOST_TURNS, what: run.path });
      return undefined;
    }
    run.bind(currentIndex, index);
    const next = yield* run.through(way('loop', outputs?.loop));
    if (next?.to === 'endOfLoop') return undefined;
    if (next !== undefined && next.to !== 'nextTurn') return next;
    index = indexIn(run, currentIndex, index) + 1;
  }
};

/** The value that the flow left in the variable of the index. */
function indexIn(run: Run, variable: ValueNode | undefined, index: number): number {
  const value = variable?.kind === 'variable' ? run.variables.get(variable.name) : undefined;
  return typeof value === 'number' ? value : index;
}
