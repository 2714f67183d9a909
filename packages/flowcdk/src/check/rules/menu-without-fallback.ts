import type { MenuNode } from '../../architect/containers';
import type { FlowTree } from '../../architect/flow-tree';
import type { Rule } from '../rule';
import { yamlOf } from '../yaml-of';

/** A caller who presses nothing hears the menu again, as often as the settings say, and then gets the default choice. */
export const menuWithoutFallback: Rule = {
  name: 'menu-without-fallback',
  family: 'calls',
  severity: 'warning',
  protectsFrom: 'callers who press nothing and are left to what the platform does then',
  start: (report) => ({
    flowEnd: ({ file, flow, path }) => {
      for (const menu of flow.menus ?? []) {
        if (menu.defaultChildMenuRef || saysHowOften(menu.settingsMenu) || saysHowOften(flow.settingsMenu)) continue;
        report({
          message: 'neither the menu nor the flow says what happens when a caller chooses nothing',
          help: 'Give the menu a default choice, or settingsMenu with menuSelectionTimeout and repeatCount.',
          file,
          path: `${path} / ${menu.name ?? 'menu'}`,
          yaml: yamlOf(menu),
        });
      }
    },
  }),
};

const saysHowOften = (settings: MenuNode['settingsMenu'] | FlowTree['settingsMenu']): boolean =>
  [settings?.menuSelectionTimeout, settings?.repeatCount].some(
    (value) => value !== undefined && value.kind !== 'noValue',
  );
