import { loop, note, run, when } from '../private/loops';

test('the loop is over', () => {
  const body = `${when('Flow.i == 2', '{ loopExit: { name: Out } }')}, ${note}`;
  expect(run(loop('{ lit: 9 }', body)).trail).toBe('01.');
});

test('an exit leaves the innermost loop only', () => {
  const inner = `{ loop: { name: Inner, loopCount: { lit: 5 }, outputs: { loop: { actions: [${note}, { loopExit: { name: Out } }] } } } }`;
  expect(run(loop('{ lit: 2 }', inner)).trail).toBe('01.');
});
