import { decision, set } from '../private/expressions-examples';
import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('expression-syntax'), {
  valid: { 'an expression': decision('Flow.count > 1 and !Flow.flag') },
  invalid: {
    'single quotes': [
      decision("Flow.text == 'a'"),
      expect.stringContaining('strings stand in double quotes') as unknown as string,
    ],
    'more text than Architect takes': [
      set('string', 'Flow.text', `"${'x'.repeat(32_000)}"`),
      'the expression has 32002 characters, at most 32000 are allowed',
    ],
    'more levels than Architect takes': [
      decision(`${'('.repeat(61)}true${')'.repeat(61)}`),
      'the expression is nested deeper than 60',
    ],
  },
});

test('the caret stands under the culprit, whatever quotes and escapes come before it', () => {
  const rule = ruleNamed('expression-syntax');
  const caret = (example: string) => {
    const [{ excerpt } = {}] = findingsIn(rule, example);
    return excerpt && excerpt.text.slice(excerpt.column - 1, excerpt.column - 1 + excerpt.length);
  };

  expect(caret(`- decision: { name: x, condition: { exp: Flow.text == 'a' } }`)).toBe("'");
  expect(caret(String.raw`- decision: { name: x, condition: { exp: "Flow.text == \"\\\"\" ? 'a'" } }`)).toBe("'");
  expect(caret(`- decision: { name: x, condition: { exp: 'Flow.text == ''a''' } }`)).toBe("''");
  expect(
    caret('- decision:\n    name: x\n    condition:\n      exp: |\n        Flow.flag and\n        Flow.text ~ 3'),
  ).toBe('~');
  expect(caret('- decision:\n    name: x\n    condition:\n      exp: Flow.flag and\n        Flow.text ~ 3')).toBe('~');
});
