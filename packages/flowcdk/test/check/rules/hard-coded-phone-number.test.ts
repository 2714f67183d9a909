import { expression, literal, spoken } from '../private/portability-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('hard-coded-phone-number'), {
  kind: 'inboundCall',
  valid: {
    'what callers hear': spoken('Please dial +49 30 1234567.'),
    digits: literal('4930123456789'),
    'a sum': expression('ToString(Flow.count +12345678)'),
  },
  invalid: {
    'a number': [literal('+493012345678'), 'the telephone number +493012345678 is written into the flow'],
    'with spaces': [
      literal('tel:+49 (30) 1234-567'),
      'the telephone number +49 (30) 1234-567 is written into the flow',
    ],
  },
});
