import { loopUntil as until, note, run, when } from '../private/loops';

test.each([
  ['Flow.i == 3', '{ lit: 10 }', '012met.'],
  ['true', '{ lit: 10 }', 'met.'],
  ['false', '{ lit: 2 }', '01max.'],
  ['Flow.i == 150', '{ noValue: true }', `${Array.from({ length: 150 }, (_, i) => i).join('')}met.`],
])('loop until %s, at most %s', (condition, most, expected) => {
  expect(run(until(condition, most)).trail).toBe(expected);
});

test('a loop whose condition never comes true ends with the actions a flow may execute', () => {
  expect(run(until('false', '{ noValue: true }')).trail).toMatch(/has executed 10000 actions/);
});

test('an empty loop ends with them, too: each turn counts as an action', () => {
  expect(run(until('false', '{ noValue: true }', '')).trail).toMatch(/has executed 10000 actions/);
});

test('an exit leaves the loop by neither of its paths', () => {
  const body = `${when('Flow.i == 2', '{ loopExit: { name: Out } }')}, ${note}`;
  expect(run(until('false', '{ lit: 9 }', body)).trail).toBe('01.');
});

test('the end of the flow in its body is the end of the flow', () => {
  expect(run(until('false', '{ lit: 9 }', `${note}, { endWorkflow: { name: Over } }`)).trail).toBe('0');
});
