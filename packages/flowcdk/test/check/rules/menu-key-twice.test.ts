import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

const menu = (name: string, ...choices: readonly string[]): string =>
  `    - menu:\n        name: ${name}\n        choices:\n${choices.map((choice) => `          - menuDisconnect: { ${choice} }\n`).join('')}`;
const flow = (...menus: readonly string[]): string => `inboundCall:\n  name: x\n  menus:\n${menus.join('')}`;

ruleTest(ruleNamed('menu-key-twice'), {
  kind: 'inboundCall',
  valid: {
    'a key for each choice': flow(menu('Main', 'name: A, dtmf: digit_1', 'name: B, dtmf: digit_2')),
    'choices without a key': flow(menu('Main', 'name: A', 'name: B')),
    'the same key in two menus': flow(menu('Main', 'name: A, dtmf: digit_1'), menu('Next', 'name: B, dtmf: digit_1')),
    'a key that works everywhere, and means something else in one menu': flow(
      menu('Main', 'name: A, dtmf: digit_1, globalDtmf: true'),
      menu('Next', 'name: B, dtmf: digit_1'),
    ),
  },
  invalid: {
    'two choices with one key': [
      flow(menu('Main', 'name: A, dtmf: digit_1', 'name: B, dtmf: digit_1')),
      'digit_1 chooses "B" and "A"',
    ],
    'every choice after the first': [
      flow(menu('Main', 'name: A, dtmf: digit_1', 'name: B, dtmf: digit_1', 'name: C, dtmf: digit_1')),
      'digit_1 chooses "B" and "A"',
      'digit_1 chooses "C" and "A"',
    ],
  },
});

test('the place is the key of the later choice', () => {
  const example = flow(menu('Main', 'name: A, dtmf: digit_1', 'name: B, dtmf: digit_1'));
  const [finding] = findingsIn(ruleNamed('menu-key-twice'), example);
  expect(finding?.path).toBe('x / Main / B');
  expect(finding?.excerpt?.text.slice(finding.excerpt.column - 1)).toBe('digit_1 }');
});
