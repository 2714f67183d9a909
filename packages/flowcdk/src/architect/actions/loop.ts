import { action, actionForm, type NodeOf } from '../action';
import { binding, paths, required, value } from '../forms';
import type { Integer } from '../types';
import { type Assignable, bindingNode, type Value, valueNode } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';

export const loopForm = actionForm({
  evidence: 'seen',
  fields: {
    currentIndex: binding('integer'),
    loopCount: required(value('integer')),
    outputs: paths('loop'),
  },
});

export type LoopAction = NodeOf<'loop', typeof loopForm>;

/**
 * Loop: runs its actions a number of times. `index` counts from 0. `loopExit` leaves the loop, `loopNext` goes to the
 * next turn.
 *
 * @example
 * ```ts
 * loop('Look again', { times: 5, index: tries }, [loopExit()])
 * ```
 * ```yaml
 * loop:
 *   name: Look again
 *   currentIndex: { var: Flow.tries }
 *   loopCount: { lit: 5 }
 *   outputs: { loop: { actions: [{ loopExit: { name: Exit Loop } }] } }
 * ```
 */
export function loop(
  name: string,
  turns: { readonly times: Value<Integer>; readonly index?: Assignable<Integer> | undefined },
  body: Actions,
): LoopAction {
  return action(loop, 'loop', loopForm, {
    name,
    currentIndex: bindingNode(turns.index as Assignable<never> | undefined),
    loopCount: valueNode(turns.times),
    outputs: pathsOf({ loop: branchOf(body) }),
  });
}
