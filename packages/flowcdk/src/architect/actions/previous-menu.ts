import { action, actionForm, type NodeOf } from '../action';

export const previousMenuForm = actionForm({
  evidence: 'seen',
  flows: ['inboundCall', 'outboundCall', 'secureCall'],
  ends: 'always',
  flushesAudio: true,
  fields: {},
});

export type PreviousMenuAction = NodeOf<'previousMenu', typeof previousMenuForm>;

/**
 * Previous Menu: goes back to the previous menu.
 *
 * @example
 * ```ts
 * previousMenu()
 * ```
 * ```yaml
 * previousMenu: { name: Previous Menu }
 * ```
 */
export const previousMenu = (name = 'Previous Menu'): PreviousMenuAction =>
  action(previousMenu, 'previousMenu', previousMenuForm, { name });
