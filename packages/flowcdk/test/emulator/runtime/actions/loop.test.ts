import { loop, note, run } from '../private/loops';

test.each([
  ['{ lit: 3 }', note, '012.'],
  ['{ lit: 0 }', note, '.'],
  ['{ exp: 0 - 1 }', note, '.'],
])('loop %s', (count, body, expected) => {
  expect(run(loop(count, body)).trail).toBe(expected);
});

test('the index has its first value before the count is looked at', () => {
  expect(run(loop('{ exp: Flow.i + 1 }', `${note}, { loopExit: { name: Out } }`)).trail).toBe('0.');
});

test('a condition counts as one turn, or none', () => {
  expect(run(loop('{ exp: "ToInt(Flow.i) <= 3" }', note)).trail).toBe('0.');
});

test('what the body leaves in the index counts (inferred)', () => {
  const skip =
    '{ updateData: { name: Skip, statements: [{ integer: { variable: Flow.i, value: { exp: Flow.i + 1 } } }] } }';
  expect(run(loop('{ lit: 5 }', `${note}, ${skip}`)).trail).toBe('024.');
});

test('a loop takes 99 turns at most, and the log tells', () => {
  const { org, trail } = run(loop('{ lit: 500 }', note));
  expect(trail).toBe(`${Array.from({ length: 99 }, (_, i) => i).join('')}.`);
  expect(org.events('limit.reached')).toMatchObject([{ limit: 'loop.turns.max', value: 99 }]);
});

test('the end of the flow in its body is the end of the flow', () => {
  expect(run(loop('{ lit: 3 }', `${note}, { endWorkflow: { name: Over } }`)).trail).toBe('0');
});
