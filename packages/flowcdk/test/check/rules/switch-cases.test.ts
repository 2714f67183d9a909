import { ruleNamed, ruleTest } from '../private/rule-test';

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
