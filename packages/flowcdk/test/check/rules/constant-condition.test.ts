import { decision, set } from '../private/expressions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('constant-condition'), {
  valid: {
    'a variable': decision('Flow.flag'),
    'the clock': decision('Hour(GetCurrentDateTimeUtc()) < 12'),
    'a variable, compared or in a function': decision('Flow.count == 1 or Length(ToString(Flow.text)) == 0'),
    'what an organisation has': decision('IsSet(FindQueue("Sales"))'),
    'a constant that is no condition': set('boolean', 'Flow.flag', 'true'),
    'a part that decides nothing': decision('true and Flow.flag'),
  },
  invalid: {
    'the word': [decision('true'), 'the condition is always true'],
    'a literal': ['- decision: { name: x, condition: { lit: false } }', 'the condition is always false'],
    'constants compared': [decision('1 == 2'), 'the condition is always false'],
    'a part that decides all': [decision('true or Flow.flag'), 'the condition is always true'],
    'the end of a loop': [
      '- loopUntil: { name: x, loopCount: { lit: 2 }, untilCases: [{ untilCase: { name: done, condition: { exp: "1 == 1" } } }] }',
      'the condition is always true',
    ],
    'the condition of If': [
      set('string', 'Flow.text', 'If("a" == "a", "b", Flow.text)'),
      'the condition is always true',
    ],
    'a case of a switch': [
      '- switch: { name: x, evaluate: { firstTrue: { cases: [{ case: { value: { exp: "1 == 1" }, actions: [] } }] } } }',
      'the condition is always true',
    ],
  },
});
