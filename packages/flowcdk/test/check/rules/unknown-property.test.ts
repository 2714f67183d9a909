import { decision } from '../private/expressions-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

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
