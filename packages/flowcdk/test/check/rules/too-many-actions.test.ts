import { loop } from '../private/limits-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

const updates = (count: number) => '{ updateData: { name: x, statements: [] } }, '.repeat(count);

const nested = (body: number) =>
  loop(
    '{ lit: 99 }',
    `{ loop: { name: y, loopCount: { lit: 99 }, outputs: { loop: { actions: [${updates(body)}] } } } }`,
  );

ruleTest(ruleNamed('too-many-actions'), {
  valid: { '9 901 of them': nested(1), 'turns nobody knows': loop('{ exp: Flow.count }') },
  invalid: {
    '19 702 of them': [nested(2).replace('name: x', 'name: z'), 'up to 19702 actions may be executed in this loop'],
  },
});
