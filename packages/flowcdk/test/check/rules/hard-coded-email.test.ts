import { expression, literal, spoken } from '../private/portability-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('hard-coded-email'), {
  kind: 'inboundCall',
  valid: {
    'what callers hear': spoken('Write to help@company.example.'),
    'no address': literal('a @ b'),
    'a user in an address of the web': expression('"https://ann@company.example/"'),
  },
  invalid: {
    'an address': [
      expression('FindUser("ann.lee@company.example").id'),
      'the address ann.lee@company.example is written into the flow',
    ],
  },
});
