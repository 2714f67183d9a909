import { menuWithoutFallback } from '../../../src/check/rules/menu-without-fallback';
import { call } from '../graph/private/flows';
import { ruleTest } from '../graph/private/rule-test';

const menu = (more: string): { readonly menus: string } => ({
  menus: `- menu: { name: Main, refId: m, ${more}choices: [menuDisconnect: { name: Bye }] }`,
});
const jump = '- jumpToMenu: { targetMenuRef: "./menus/menu[m]" }';

ruleTest(menuWithoutFallback, {
  valid: {
    'a default choice': call(jump, menu('defaultChildMenuRef: "./menus/menu[m]/choices/menuDisconnect[d]", ')),
    'settings of the menu': call(jump, menu('settingsMenu: { repeatCount: { lit: 2 } }, ')),
    'settings of the flow': call(jump, {
      ...menu('settingsMenu: { repeatCount: { noValue: true } }, '),
      more: 'settingsMenu: { menuSelectionTimeout: { lit: { seconds: 10 } } }',
    }),
  },
  invalid: {
    'a menu of which nobody says it': {
      in: call(jump, menu('')),
      finds: ['flow / Main: neither the menu nor the flow says what happens when a caller chooses nothing'],
    },
    'settings that say nothing': {
      in: call(jump, menu('settingsMenu: { repeatCount: { noValue: true } }, ')),
      finds: ['flow / Main: neither the menu nor the flow says what happens when a caller chooses nothing'],
    },
  },
});
