import { INTEGER } from '../flow/types';
import { way } from '../flow/jump';
import type { RunAction } from './';

/** The most turns a loop takes (the scripting SDK's bound; what lies above is not documented). */
const MOST_TURNS = 99;

/** Runs its actions a number of times; the index counts from 0, and a count below 1 runs nothing (documented). */
export const loop: RunAction<'loop'> = function* ({ loopCount, currentIndex, outputs }, run) {
  const wanted = run.value(loopCount, INTEGER);
  const turns = typeof wanted === 'number' ? wanted : 0;
  for (let turn = 0; turn < turns; turn += 1) {
    if (turn === MOST_TURNS) {
      run.log('limit.reached', { limit: 'loop.turns.max', value: MOST_TURNS, what: run.path });
      break;
    }
    run.bind(currentIndex, turn);
    const next = yield* run.through(way('loop', outputs?.loop));
    if (next === undefined || next.to === 'nextTurn') continue;
    if (next.to === 'endOfLoop') break;
    return next;
  }
  return undefined;
};
