import { action, actionForm, type NodeOf } from '../action';
import { containerReference, required } from '../forms';
import type { MenuNode } from '../containers';
import { referenceTo, type Target } from '../references';

export const jumpToMenuForm = actionForm({
  evidence: 'seen',
  flows: ['inboundCall', 'outboundCall', 'secureCall'],
  ends: 'always',
  flushesAudio: true,
  fields: { targetMenuRef: required(containerReference) },
});

export type JumpToMenuAction = NodeOf<'jumpToMenu', typeof jumpToMenuForm>;

/**
 * Jump to Menu: the caller hears that menu next, and the flow does not come back here. Give a function where the menu is
 * defined further down: `() => mainMenu`.
 *
 * @example
 * ```ts
 * jumpToMenu('Back', mainMenu)
 * ```
 * ```yaml
 * jumpToMenu: { name: Back, targetMenuRef: "/workflow/menus/menu[Main menu]" }
 * ```
 */
export const jumpToMenu = (name: string, target: Target<MenuNode & { readonly kind: 'menu' }>): JumpToMenuAction =>
  action(jumpToMenu, 'jumpToMenu', jumpToMenuForm, { name, targetMenuRef: referenceTo(target) });
