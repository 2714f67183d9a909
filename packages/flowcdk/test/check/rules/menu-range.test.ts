import { ruleNamed, ruleTest } from '../private/rule-test';

const menu = (settings: string) => `inboundCall:\n  name: x\n  settingsMenu: { ${settings} }\n`;

ruleTest(ruleNamed('menu-range'), {
  valid: {
    'a minute': menu('menuSelectionTimeout: { lit: { minutes: 1 } }'),
    'no time': menu('menuSelectionTimeout: { lit: { seconds: 0 } }'),
    'no repeat': menu('repeatCount: { lit: 0 }'),
    '10 repeats': menu('repeatCount: { lit: 10 }'),
  },
  invalid: {
    'more than a minute': [
      menu('menuSelectionTimeout: { lit: { seconds: 61 } }'),
      'menuSelectionTimeout is 61 seconds',
    ],
    'a menu of its own settings': [
      'inboundCall:\n  name: x\n  menus: [menu: { name: Main, settingsMenu: { repeatCount: { lit: 11 } } }]',
      'the menu is repeated 11 times',
    ],
    '11 repeats': [menu('repeatCount: { lit: 11 }'), 'the menu is repeated 11 times'],
  },
});
