import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

const cases = (count: number) => {
  const each = Array.from({ length: count }, (_, i) => `{ case: { value: { lit: "${i}" }, actions: [] } }`);
  return `- switch:
    name: x
    evaluate:
      firstMatch:
        string:
          value: { exp: Flow.text }
          cases: [${each.join(', ')}]`;
};

ruleTest(ruleNamed('switch-cases'), {
  valid: { one: cases(1), '64': cases(64) },
  invalid: { none: [cases(0), 'the switch has no case'], '65': [cases(65), 'the switch has 65 cases'] },
});

test.each([
  [0, 'Without a case only the default is left.'],
  [65, 'Let the default hold another switch, or look the value up in a data table.'],
])('the way out with %d cases', (count, help) => {
  const findings = findingsIn(ruleNamed('switch-cases'), cases(count));
  expect(findings.map((finding) => finding.help)).toEqual([`A switch has 1 to 64. ${help}`]);
});

test.each([
  ['evaluate: { firstTrue: {} }', ['the switch has no case']],
  ['evaluate: { firstTrue: { cases: [] } }', ['the switch has no case']],
  ['evaluate: { firstMatch: { string: { value: { exp: Flow.text } } } }', ['the switch has no case']],
  ['evaluate: { firstTrue: { cases: [{ case: { value: { exp: Flow.flag }, actions: [] } }] } }', []],
])('a switch with %s', (evaluate, messages) => {
  const findings = findingsIn(ruleNamed('switch-cases'), `- switch: { name: x, ${evaluate} }`);
  expect(findings.map(({ message }) => message)).toEqual(messages);
});
