import { loop } from '../private/limits-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

ruleTest(ruleNamed('loop-count'), {
  valid: { once: loop('{ lit: 1 }'), '99 times': loop('{ lit: 99 }'), 'nobody knows': loop('{ exp: Flow.count }') },
  invalid: {
    never: [loop('{ lit: 0 }'), 'the loop runs 0 times'],
    '100 times': [loop('{ exp: 10 * 10 }'), 'the loop runs 100 times'],
  },
  helps: {
    never: [loop('{ lit: 0 }'), 'It is skipped. Take it out, or let it run at least once.'],
    '100 times': [loop('{ lit: 100 }'), 'Architect takes up to 99.'],
  },
});
