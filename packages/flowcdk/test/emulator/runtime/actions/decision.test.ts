import { output, run, say } from '../private/values';

const decision = (condition: string): string =>
  `          - decision: { name: So?, condition: { exp: '${condition}' }, outputs: { "yes": { actions: ${say('yes')} }, "no": { actions: ${say('no')} } } }`;

test.each([
  ['true', 'yes'],
  ['1 > 2', 'no'],
  ['ToBool("maybe")', 'no'],
])('decision: %s takes %s', (condition, expected) => {
  expect(run(decision(condition), output('string', 'Flow.x'))).toBe(expected);
});
