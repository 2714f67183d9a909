import type { LoopUntilAction } from '../../../architect/actions/loop-until';
import type { Run, RunAction } from '../action-context';
import { BOOLEAN, INTEGER } from '../flow/types';
import { way } from '../flow/jump';

/**
 * Repeats its actions until one of its conditions is true, then takes the path of that condition. It evaluates the
 * conditions before each turn (assumed). After its largest number of turns it takes the path `loopsMax`. The index
 * counts from 0. If the action names no number of turns, only the limit of executed actions ends the loop.
 */
export const loopUntil: RunAction<'loopUntil'> = function* ({ currentIndex, maxLoopCount, untilCases, outputs }, run) {
  const most = run.value(maxLoopCount, INTEGER);
  for (let turn = 0; ; turn += 1) {
    run.bind(currentIndex, turn);
    const met = metCase(run, untilCases);
    if (met !== undefined) {
      const path = outputs?.paths?.find(({ name }) => name === met);
      return way(met, path);
    }
    if (typeof most === 'number' && turn >= most) return way('loopsMax', outputs?.loopsMax);
    // A turn counts as an action. An empty loop therefore ends, too.
    run.countEntry();
    const next = yield* run.through(way('loop', outputs?.loop));
    if (next === undefined || next.to === 'nextTurn') continue;
    if (next.to === 'endOfLoop') return undefined;
    return next;
  }
};

const metCase = (run: Run, cases: LoopUntilAction['untilCases']): string | undefined =>
  cases?.find(({ condition }) => run.value(condition, BOOLEAN) === true)?.name;
