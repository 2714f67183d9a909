import { decide } from '../../../../src/emulator/runtime/flow/decide';
import type { Json } from '../../../../src/emulator/state/json';

const now = new Date('2026-01-05T10:00:00Z');
const table = (inputs: readonly string[], rows: readonly (readonly [readonly Json[], Json])[]) => ({
  id: 'priority',
  name: 'Priority',
  columns: { inputs, outputs: ['queue'] },
  rows: rows.map(([cells, queue]) => ({ inputs: cells, outputs: [queue] })),
});

describe('the first row whose conditions all fit', () => {
  const priority = table(
    ['segment', 'amount GreaterThan'],
    [
      [['Gold', 100], 'VIP'],
      [['Gold', ''], 'Good'],
      [['$Wildcard', null], 'Others'],
    ],
  );

  test.each<[input: Json, row: number, queue: string]>([
    [{ segment: 'Gold', amount: 101 }, 1, 'VIP'],
    [{ segment: 'Gold', amount: 100 }, 2, 'Good'],
    [{ segment: 'Gold' }, 2, 'Good'],
    [{ segment: 'gold', amount: 101 }, 3, 'Others'],
    [{}, 3, 'Others'],
  ])('%j is row %d', (input, row, queue) => {
    expect(decide(priority, input, now)).toEqual({ row, output: { queue } });
  });

  test('there is none where no row fits', () => {
    expect(decide(table(['segment'], [[['Gold'], 'VIP']]), { segment: 'Silver' }, now)).toBeUndefined();
  });
});

test.each<[condition: string, cell: Json, fits: Json, doesNot: Json]>([
  ['x', 'a', 'a', 'A'],
  ['x', 5, '5', 6],
  ['x', true, true, false],
  ['x NotEquals', 'a', 'b', 'a'],
  ['x GreaterThan', 5, 10, 5],
  ['x GreaterThanOrEquals', 5, 5, 4],
  ['x LessThan', 5, -1, 5],
  ['x LessThanOrEquals', 5, 5, 6],
  ['x StartsWith', 'FR', 'FRA', 'AFR'],
  ['x NotStartsWith', 'FR', 'AFR', 'FRA'],
  ['x EndsWith', 'FR', 'AFR', 'FRA'],
  ['x NotEndsWith', 'FR', 'FRA', 'AFR'],
  ['x Contains', 'b', 'abc', 'ac'],
  ['x Contains', 'b', ['a', 'b'], ['abc']],
  ['x NotContains', 'b', 'ac', 'abc'],
  ['x', '$Null', null, 'a'],
  ['x', '$Empty', '', 'a'],
  ['x LessThan', '$CurrentTime', '2025-12-31', '2026-01-06T00:00:00Z'],
  ['x.y', 'a', { y: 'a' }, { y: 'b' }],
])('%s %j fits %j and not %j', (condition, cell, fits, doesNot) => {
  const single = table([condition], [[[cell], 'yes']]);

  expect(decide(single, { x: fits }, now)).toBeDefined();
  expect(decide(single, { x: doesNot }, now)).toBeUndefined();
});

test('results with dots are nested', () => {
  const nested = {
    ...table([], []),
    columns: { inputs: [], outputs: ['to.queue', 'to.priority', 'note'] },
    rows: [{ inputs: [], outputs: ['VIP', 10, '$Null'] }],
  };
  expect(decide(nested, {}, now)?.output).toEqual({ to: { queue: 'VIP', priority: 10 }, note: null });
});
