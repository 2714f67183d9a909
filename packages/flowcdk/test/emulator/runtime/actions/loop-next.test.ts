import { loop, loopUntil, note, run, when } from '../private/loops';

test('the rest of the turn is left out', () => {
  const body = `${when('Flow.i == 1', '{ loopNext: { name: Next } }')}, ${note}`;
  expect(run(loop('{ lit: 4 }', body)).trail).toBe('023.');
  expect(run(loopUntil('false', '{ lit: 4 }', body)).trail).toBe('023max.');
});
