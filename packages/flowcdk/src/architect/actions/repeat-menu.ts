import { action, actionForm, type NodeOf } from '../action';

export const repeatMenuForm = actionForm({
  evidence: 'inferred',
  flows: ['inboundCall', 'outboundCall', 'secureCall'],
  ends: 'always',
  flushesAudio: true,
  fields: {},
});

export type RepeatMenuAction = NodeOf<'repeatMenu', typeof repeatMenuForm>;

/**
 * Repeat Menu: goes back to the caller's last menu (inferred from the menu choice of that name).
 *
 * @example
 * ```ts
 * repeatMenu()
 * ```
 * ```yaml
 * repeatMenu: { name: Repeat Menu }
 * ```
 */
export const repeatMenu = (name = 'Repeat Menu'): RepeatMenuAction =>
  action(repeatMenu, 'repeatMenu', repeatMenuForm, { name });
