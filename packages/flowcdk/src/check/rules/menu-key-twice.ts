import { repeatedKeys } from '../../architect/flows/menu-keys';
import type { Rule } from '../rule';
import { yamlOf, yamlOfKey } from '../yaml-of';

/** A key can choose only one of two choices. */
export const menuKeyTwice: Rule = {
  name: 'menu-key-twice',
  family: 'calls',
  severity: 'error',
  protectsFrom: 'a choice of a menu that no key can reach, because another choice has the same key',
  start: (report) => ({
    flow: ({ file, flow, path }) => {
      for (const menu of flow.menus ?? []) {
        for (const { choice, key, first } of repeatedKeys(menu)) {
          report({
            message: `${key} chooses ${JSON.stringify(choice.content?.name ?? choice.kind)} and ${JSON.stringify(first)}`,
            help: 'Give one of them another key.',
            file,
            path: `${path} / ${menu.name ?? 'menu'} / ${choice.content?.name ?? choice.kind}`,
            yaml: choice.content ? yamlOfKey(choice.content, 'dtmf') : yamlOf(choice),
          });
        }
      }
    },
  }),
};
