import { call, definitions } from '../private/data-actions-examples';
import { set } from '../private/expressions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

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

ruleTest(ruleNamed('assigned-type'), {
  definitions,
  valid: { 'an output of its type': call({ outputs: '{ customerId: { var: Flow.text } }' }) },
  invalid: {
    'an output of another type': [
      call({ outputs: '{ customerId: { var: Flow.count } }' }),
      'Flow.count is declared as integer and given string',
    ],
  },
});
