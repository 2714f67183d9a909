import { call, definitions } from '../private/data-actions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

const statement = (kind: string, value: string) =>
  `- updateData: { name: x, statements: [{ ${kind}: { variable: Flow.any, value: { lit: ${value} } } }] }`;

const switchOver = (kind: string, value: string, literal: string) =>
  `- switch: { name: x, evaluate: { firstMatch: { ${kind}: { value: ${value}, cases: [{ case: { value: { lit: ${literal} }, actions: [] } }] } } } }`;

ruleTest(ruleNamed('wrong-literal'), {
  valid: {
    'a text': statement('string', 'hello'),
    'a number where a text is wanted': statement('string', '5'),
    'a whole number': statement('integer', '5'),
    'a long decimal as text': statement('decimal', '"3.14159265358979323846264338"'),
    'a duration': statement('duration', '{ minutes: 1, seconds: 30 }'),
    'a name': statement('queue', '{ name: Support }'),
    'an empty collection': statement('stringCollection', '[]'),
    'what was never seen': statement('json', '{ a: 1 }'),
    'a case of the type of the switch': switchOver('integer', '{ exp: Flow.count }', '5'),
    'a condition of a switch':
      '- switch: { name: x, evaluate: { firstTrue: { cases: [{ case: { value: { lit: true }, actions: [] } }] } } }',
    'an initial value':
      'workflow:\n  name: x\n  variables:\n    - integerVariable: { name: Flow.n, initialValue: { lit: 1 } }',
  },
  invalid: {
    'a text for a number': [statement('integer', '"5"'), 'value is given "5"'],
    'a fraction for a whole number': [statement('integer', '1.5'), 'value is given 1.5'],
    'a number for a duration': [statement('duration', '5'), 'value is given 5'],
    'a duration in weeks': [statement('duration', '{ weeks: 1 }'), 'value is given a map'],
    'a bare name': [statement('queue', 'Support'), 'value is given "Support"'],
    'one value for a collection': [statement('stringCollection', 'a'), 'value is given "a"'],
    'a case of another type than the switch': [
      switchOver('integer', '{ exp: Flow.count }', '"5"'),
      'value is given "5"',
    ],
    'a switch over another type than it says': [switchOver('integer', '{ lit: "5" }', '5'), 'value is given "5"'],
    'an initial value': [
      'workflow:\n  name: x\n  variables:\n    - integerVariable: { name: Flow.n, initialValue: { lit: one } }',
      'initialValue is given "one"',
    ],
  },
});

ruleTest(ruleNamed('wrong-literal'), {
  definitions,
  valid: { 'a number': call({ inputs: '{ phoneNumber: { lit: "+49" }, limit: { lit: 3 } }' }) },
  invalid: {
    'a text for a number': [
      call({ inputs: '{ phoneNumber: { lit: "+49" }, limit: { lit: three } }' }),
      'limit is given "three"',
    ],
  },
});
