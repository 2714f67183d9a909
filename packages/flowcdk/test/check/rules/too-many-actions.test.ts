import { loop } from '../private/limits-examples';
import { ruleNamed, ruleTest } from '../private/rule-test';

const updates = (count: number) => '{ updateData: { name: x, statements: [] } }, '.repeat(count);

const nested = (body: number) =>
  loop(
    '{ lit: 99 }',
    `{ loop: { name: y, loopCount: { lit: 99 }, outputs: { loop: { actions: [${updates(body)}] } } } }`,
  );

/** A decision whose two branches have so many actions. */
const branches = (yes: number, no: number): string => {
  const branch = (count: number): string => `{ actions: [${updates(count)}] }`;
  return `{ decision: { name: x, condition: { exp: Flow.flag }, outputs: { "yes": ${branch(yes)}, "no": ${branch(no)} } } }`;
};

ruleTest(ruleNamed('too-many-actions'), {
  valid: {
    '9 901 of them': nested(1),
    '10 000 of them': loop('{ lit: 9999 }', '{ updateData: { name: x, statements: [] } }'),
    'turns nobody knows, of a loop around another, which count once': loop(
      '{ exp: Flow.count }',
      `{ loop: { name: y, loopCount: { lit: 9998 }, outputs: { loop: { actions: [${updates(1).slice(0, -2)}] } } } }`,
    ),
    'a loop of no turns': loop('{ lit: 0 }', updates(10_001).slice(0, -2)),
    'turns nobody knows': loop('{ exp: Flow.count }'),
    'a loop of less than no turns': loop('{ lit: -20000 }', updates(1).slice(0, -2)),
    'the longer of two branches counts, not both': loop('{ lit: 100 }', branches(60, 97)),
  },
  invalid: {
    '10 001 of them': [
      loop('{ lit: 10000 }', '{ updateData: { name: x, statements: [] } }'),
      'up to 10001 actions may be executed in this loop',
    ],
    'a loop in a branch': [
      `- decision:
    name: x
    condition: { exp: Flow.flag }
    outputs:
      "yes":
        actions:
          - loop: { name: y, loopCount: { lit: 10000 }, outputs: { loop: { actions: [${updates(1)}] } } }`,
      'up to 10001 actions may be executed in this loop',
    ],
    'the longer of two branches': [
      loop('{ lit: 100 }', branches(120, 0)),
      'up to 12101 actions may be executed in this loop',
    ],
    'an action that nobody knows counts as one': [
      loop('{ lit: 10000 }', '{ somethingNew: { name: x } }'),
      'up to 10001 actions may be executed in this loop',
    ],
    '19 702 of them': [nested(2).replace('name: x', 'name: z'), 'up to 19702 actions may be executed in this loop'],
  },
});
