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
 * Jump to Menu: goes on in a menu and does not come back. Pass a function for a menu that is defined further down:
 * `() => mainMenu`.
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
