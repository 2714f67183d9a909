import { action, actionForm, type NodeOf } from '../action';

export const loopNextForm = actionForm({ evidence: 'seen', ends: 'always', fields: {} });

export type LoopNextAction = NodeOf<'loopNext', typeof loopNextForm>;

/**
 * Next Loop: goes to the next turn of the innermost loop.
 *
 * @example
 * ```ts
 * loopNext('Again')
 * ```
 * ```yaml
 * loopNext: { name: Again }
 * ```
 */
export const loopNext = (name = 'Next Loop'): LoopNextAction => action(loopNext, 'loopNext', loopNextForm, { name });
