import { expression, id, literal, spoken } from '../private/portability-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('hard-coded-id'), {
  valid: { 'a name': literal('Support'), 'the name of an action': `- endWorkflow: { name: End ${id} }` },
  invalid: {
    'a literal': [literal(id), `the id ${id} is written into the text`],
    'a text in an expression': [expression(`FindQueueById("${id}").name`), `the id ${id} is written into the text`],
    'a template': [`dataAction: x\nurl: /api/v2/routing/queues/${id}`, `the id ${id} is written into the text`],
  },
});

ruleTest(ruleNamed('hard-coded-id'), {
  kind: 'inboundCall',
  valid: { 'what callers hear, and is harmless': spoken('Welcome to our house.') },
  invalid: { 'what callers hear': [spoken(`queue ${id}`), `the id ${id} is written into the text`] },
});
