import { call, definitions } from '../private/data-actions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('unknown-data-action'), {
  definitions,
  valid: { 'one that is there': call() },
  invalid: {
    'another name': [
      call({ name: 'Find client' }),
      'there is no data action "Find client" in the category Customer database',
    ],
    'another category': [call({ category: 'CRM' }), 'no data action that is deployed here is in the category "CRM"'],
  },
  helps: {
    'a name that is meant': [call({ name: 'Find custmer' }), 'Did you mean Find customer? There are: Find customer.'],
    'a name that is like no other': [call({ name: 'Pay' }), 'There are: Find customer.'],
  },
});

ruleTest(ruleNamed('unknown-data-action'), {
  valid: { 'any, where no definitions are at hand': call({ name: 'Find client' }) },
  invalid: {},
});
