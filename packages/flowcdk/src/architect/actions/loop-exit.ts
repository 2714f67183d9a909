import { action, actionForm, type NodeOf } from '../action';

export const loopExitForm = actionForm({ evidence: 'seen', ends: 'always', fields: {} });

export type LoopExitAction = NodeOf<'loopExit', typeof loopExitForm>;

/**
 * Exit Loop: goes on after the innermost loop.
 *
 * @example
 * ```ts
 * loopExit()
 * ```
 * ```yaml
 * loopExit: { name: Exit Loop }
 * ```
 */
export const loopExit = (name = 'Exit Loop'): LoopExitAction => action(loopExit, 'loopExit', loopExitForm, { name });
