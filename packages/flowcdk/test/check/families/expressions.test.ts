import { foundIn, ruleNamed, ruleTest } from '../private/rule-test';

const decision = (condition: string) =>
  `- decision: { name: Which?, condition: { exp: ${JSON.stringify(condition)} } }`;
const set = (kind: string, variable: string, expression: string) =>
  `- updateData: { name: Set, statements: [{ ${kind}: { variable: ${variable}, value: { exp: ${JSON.stringify(expression)} } } }] }`;

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
    const [{ excerpt } = {}] = foundIn(rule, example);
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

ruleTest(ruleNamed('expression-type'), {
  valid: {
    'a whole number beside a decimal': decision('Flow.count * 1.5 > 2'),
    'a cast to what is wanted': set('string', 'Flow.text', 'Flow.count'),
    'a variable nobody declares': decision('Flow.nobody > 1'),
    'a text as a condition, which is cast': decision('Flow.text'),
    'NOT_SET for anything': set('queue', 'Flow.queue', 'NOT_SET'),
  },
  invalid: {
    'text plus number': [set('string', 'Flow.text', '"a" + 1'), expect.stringContaining('+') as unknown as string],
    'a queue as a condition': [decision('Flow.queue'), 'the expression gives queue, but boolean is wanted'],
    'a collection for one value': [
      set('string', 'Flow.text', 'Flow.texts'),
      'the expression gives stringCollection, but string is wanted',
    ],
    'a duration for a queue': [
      set('queue', 'Flow.queue', 'Flow.pause'),
      'the expression gives duration, but queue is wanted',
    ],
  },
});

test('a variable of a task has the type its task declares', () => {
  const flow = `inboundCall:
  name: x
  tasks:
    - task: { name: One, refId: One, variables: [{ integerVariable: { name: Task.x } }], actions: [{ decision: { name: a, condition: { exp: Task.x > 1 } } }] }
    - task: { name: Two, refId: Two, variables: [{ stringVariable: { name: Task.x } }], actions: [{ decision: { name: b, condition: { exp: Task.x > 1 } } }] }`;

  expect(foundIn(ruleNamed('expression-type'), flow).map(({ path }) => path)).toEqual(['x / Two / b']);
});

ruleTest(ruleNamed('assigned-type'), {
  valid: {
    'its own type': set('integer', 'Flow.count', '1'),
    'another case of the name': set('integer', 'flow.COUNT', '1'),
    'a variable nobody declares': set('integer', 'Flow.nobody', '1'),
    'a bound output': '- loop: { name: x, loopCount: { lit: 2 }, currentIndex: { var: Flow.count } }',
  },
  invalid: {
    'a statement of another kind': [
      set('string', 'Flow.count', '"1"'),
      'Flow.count is declared as integer and given string',
    ],
    'an output of another type': [
      '- loop: { name: x, loopCount: { lit: 2 }, currentIndex: { var: Flow.text } }',
      'Flow.text is declared as string and given integer',
    ],
    'an attribute, which is a text': [
      '- getConversationData: { name: x, conversationId: { exp: Flow.conversationId }, attributes: [{ attribute: { name: { lit: a }, variable: Flow.count } }] }',
      'Flow.count is declared as integer and given string',
    ],
  },
});

ruleTest(ruleNamed('unknown-function'), {
  valid: { 'any case': decision('LENGTH(Flow.text) > 3') },
  invalid: {
    'a misspelt one': [
      decision('Lenght(Flow.text) > 3'),
      'there is no function Lenght among those known; is Length meant?',
    ],
  },
});

ruleTest(ruleNamed('unknown-property'), {
  valid: {
    'of a queue': decision('Flow.queue.name == "a"'),
    'of JSON': decision('ToBool(ToString(Flow.customer.vip))'),
  },
  invalid: {
    'of a queue': [
      decision('Flow.queue.phone == "a"'),
      expect.stringContaining('no property "phone"') as unknown as string,
    ],
  },
});

ruleTest(ruleNamed('not-set-argument'), {
  valid: {
    'where it is taken': decision('IsSet(NOT_SET)'),
    compared: decision('Flow.text == NOT_SET'),
    'a variable that may be': decision('Length(Flow.text) > 1'),
    'a chain of thousands': decision(`${'1+'.repeat(15_000)}1 > 2`),
  },
  invalid: {
    'the word': [decision('Length(NOT_SET) > 1'), 'NOT_SET is given to Length, which does not take it'],
    'a cast of it': [decision('Length(ToString(NOT_SET)) > 1'), 'NOT_SET is given to Length, which does not take it'],
    'a number of nothing': [decision('1 + ToInt("") > 1'), 'NOT_SET is given to +, which does not take it'],
    'both ways': [
      decision('Length(If(Flow.flag, ToString(NOT_SET), ToString(NOT_SET))) > 1'),
      'NOT_SET is given to Length, which does not take it',
    ],
  },
});

ruleTest(ruleNamed('constant-condition'), {
  valid: {
    'a variable': decision('Flow.flag'),
    'the clock': decision('Hour(GetCurrentDateTimeUtc()) < 12'),
    'a constant that is no condition': set('boolean', 'Flow.flag', 'true'),
    'a part that decides nothing': decision('true and Flow.flag'),
  },
  invalid: {
    'the word': [decision('true'), 'the condition is always true'],
    'a literal': ['- decision: { name: x, condition: { lit: false } }', 'the condition is always false'],
    'constants compared': [decision('1 == 2'), 'the condition is always false'],
    'a part that decides all': [decision('true or Flow.flag'), 'the condition is always true'],
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
