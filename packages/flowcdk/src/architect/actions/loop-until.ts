import { action, actionForm, type NodeOf } from '../action';
import { binding, branch, expression, listOf, required, struct, text, value } from '../forms';
import type { Integer } from '../types';
import { asExpression, type Assignable, bindingNode, orNoValue, type Readable, type Value } from '../values';
import { type Actions, branchOf, pathsOf } from './branches';
import { namedPath, namedPaths } from './named-path';

const untilCase = struct({ name: required(text), condition: required(expression('boolean')) });

export const loopUntilForm = actionForm({
  evidence: 'inferred',
  fields: {
    currentIndex: binding('integer'),
    maxLoopCount: value('integer'),
    untilCases: required(listOf('untilCase', untilCase)),
    outputs: struct({ loop: branch, loopsMax: branch, paths: listOf('path', namedPath) }),
  },
});

export type LoopUntilAction = NodeOf<'loopUntil', typeof loopUntilForm>;

/** The conditions that end the loop, and the paths after it. */
export interface LoopUntilOptions {
  /** The conditions by name. A true condition ends the loop. */
  readonly until: Readonly<Record<string, Readable<boolean>>>;
  /** The highest number of turns. @default only the platform's limit */
  readonly maxLoopCount?: Value<Integer> | undefined;
  /** The variable for the number of the turn, from 0. */
  readonly index?: Assignable<Integer> | undefined;
  /** The actions after the loop, by the name of the condition that ended it. */
  readonly onUntil?: Readonly<Record<string, Actions>> | undefined;
  /** Runs when the loop reaches `maxLoopCount`. */
  readonly onLoopsMax?: Actions | undefined;
}

/**
 * Loop Until: runs its actions until a condition is true. Its form is inferred; the form of its case paths is least
 * certain. A `loop` with a `decision` and `loopExit` does the same in forms that were seen.
 *
 * @example
 * ```ts
 * loopUntil(
 *   'Until we know',
 *   { until: { known }, maxLoopCount: 10, onUntil: { known: [disconnect()] }, onLoopsMax: [loopExit()] },
 *   [loopNext()],
 * )
 * ```
 * ```yaml
 * loopUntil:
 *   name: Until we know
 *   currentIndex: { noValue: true }
 *   maxLoopCount: { lit: 10 }
 *   untilCases: [{ untilCase: { name: known, condition: { exp: Flow.known } } }]
 *   outputs:
 *     loop: { actions: [{ loopNext: { name: Next Loop } }] }
 *     loopsMax: { actions: [{ loopExit: { name: Exit Loop } }] }
 *     paths: [{ path: { name: known, actions: [{ disconnect: { name: Disconnect } }] } }]
 * ```
 */
export function loopUntil(name: string, options: LoopUntilOptions, body: Actions): LoopUntilAction {
  return action(loopUntil, 'loopUntil', loopUntilForm, {
    name,
    currentIndex: bindingNode(options.index),
    maxLoopCount: orNoValue(options.maxLoopCount),
    untilCases: Object.entries(options.until).map(([when, condition]) => ({
      name: when,
      condition: asExpression(condition),
    })),
    outputs: pathsOf({
      loop: branchOf(body),
      loopsMax: branchOf(options.onLoopsMax),
      paths: options.onUntil && namedPaths(options.onUntil),
    }),
  });
}
