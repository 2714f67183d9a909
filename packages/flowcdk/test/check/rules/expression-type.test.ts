import { call, definitions } from '../private/data-actions-examples';
import { decision, set } from '../private/expressions-examples';
import { findingsIn, ruleNamed, ruleTest } from '../private/rule-test';

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

  expect(findingsIn(ruleNamed('expression-type'), flow).map(({ path }) => path)).toEqual(['x / Two / b']);
});

ruleTest(ruleNamed('expression-type'), {
  definitions,
  valid: { 'an input that can be cast': call({ inputs: '{ phoneNumber: { exp: Flow.count } }' }) },
  invalid: {
    'an input of another type': [
      call({ inputs: '{ phoneNumber: { exp: Flow.text }, limit: { exp: Flow.queue } }' }),
      'the expression gives queue, but integer is wanted',
    ],
  },
});
