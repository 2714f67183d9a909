import { ruleNamed, ruleTest } from '../private/rule-test';

const menu = (settings: string) => `inboundCall:\n  name: x\n  settingsMenu: { ${settings} }\n`;

ruleTest(ruleNamed('menu-range'), {
  valid: {
    'a minute': menu('menuSelectionTimeout: { lit: { minutes: 1 } }'),
    'no repeat': menu('repeatCount: { lit: 0 }'),
  },
  invalid: {
    'more than a minute': [
      menu('menuSelectionTimeout: { lit: { seconds: 61 } }'),
      'menuSelectionTimeout is 61 seconds',
    ],
    '11 repeats': [menu('repeatCount: { lit: 11 }'), 'the menu is repeated 11 times'],
  },
});
