import { ruleNamed, ruleTest } from '../private/rule-test';

const cases = (count: number) =>
  `- switch: { name: x, evaluate: { firstMatch: { string: { value: { exp: Flow.text }, cases: [${Array.from({ length: count }, (_, i) => `{ case: { value: { lit: "${i}" }, actions: [] } }`).join(', ')}] } } } }`;

ruleTest(ruleNamed('switch-cases'), {
  valid: { one: cases(1), '64': cases(64) },
  invalid: { none: [cases(0), 'the switch has no case'], '65': [cases(65), 'the switch has 65 cases'] },
});
