import { decision } from '../private/expressions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('unknown-function'), {
  valid: { 'any case': decision('LENGTH(Flow.text) > 3') },
  invalid: {
    'a misspelt one': [
      decision('Lenght(Flow.text) > 3'),
      'there is no function Lenght among those known; is Length meant?',
    ],
  },
});
