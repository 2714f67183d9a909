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
  ['x.y', 'a', { y: 'a' }, ['a']],
  ['x.length', '$Null', { y: 1 }, { length: 1 }],
  ['x.y.z', '$Null', { y: 'text' }, { y: { z: 1 } }],
  ['x.y.z', '$Null', {}, { y: { z: 1 } }],
  ['x.length', '$Null', 'text', { length: 4 }],
  ['x.length', '$Null', ['a'], { length: 1 }],
  ['x.toString', '$Null', { y: 1 }, { toString: 'a' }],
  ['x', '$Empty', [], ['a']],
  ['x NotEquals', '$Empty', ['a'], []],
  ['x NotEquals', '$Null', 'a', null],
  ['x', 0, '0', ''],
  ['x', ' ', ' ', '0'],
  ['x', '1e3', 1000, '1e4'],
  ['x', 'Infinity', 'Infinity', 'infinity'],
  ['x GreaterThan', 9, 10, '09'],
  ['x GreaterThan', 'a', 'b', 'B'],
  ['x LessThan', 'b', 'a', 'b'],
  ['x LessThanOrEquals', 'b', 'b', 'c'],
  ['x', '2026-01-05T10:00:00Z', '2026-01-05T12:00:00+02:00', '2026-01-05T12:00:00Z'],
  ['x GreaterThan', '2026-01-05T10:00:00Z', '2026-01-05T10:00:01Z', '2026-01-05T11:00:00+01:00'],
  ['x LessThan', 'a', 5, 'b'],
  ['x LessThan', 'b', '2026-01-05', 'c'],
  ['x', 'May 1', 'May 1', 'May 01'],
  ['x', '2026-99-99', '2026-99-99', '2026-98-99'],
  ['x Contains', 5, [4, 5], [4]],
  ['x Contains', 5, 451, 41],
])('%s %j fits %j and not %j', (condition, cell, fits, doesNot) => {
  const single = table([condition], [[[cell], 'yes']]);

  expect(decide(single, { x: fits }, now)).toBeDefined();
  expect(decide(single, { x: doesNot }, now)).toBeUndefined();
});

test('a condition that nobody can read fits nothing', () => {
  expect(decide(table(['x Resembles'], [[['a'], 'yes']]), { x: 'a' }, now)).toBeUndefined();
});

test('results with dots are nested', () => {
  const nested = {
    ...table([], []),
    columns: { inputs: [], outputs: ['to.queue', 'to.priority', 'note'] },
    rows: [{ inputs: [], outputs: ['VIP', 10, '$Null'] }],
  };
  expect(decide(nested, {}, now)?.output).toEqual({ to: { queue: 'VIP', priority: 10 }, note: null });
});

describe('a value that the input lacks', () => {
  test.each(['x', 'x GreaterThan', 'x LessThan', 'x StartsWith', 'x EndsWith', 'x Contains'])(
    'does not fit %s',
    (condition) => {
      for (const cell of ['a', 0, 'null'])
        expect(decide(table([condition], [[[cell], 'yes']]), {}, now)).toBeUndefined();
    },
  );

  test.each(['x GreaterThan', 'x StartsWith', 'x Contains'])(
    'is not compared by %s, not even with nothing',
    (condition) => {
      for (const cell of ['$Null', '$Empty'])
        expect(
          decide(table([condition], [[[cell], 'yes']]), { x: cell === '$Empty' ? '' : null }, now),
        ).toBeUndefined();
    },
  );
});

test.each<[cell: Json | undefined]>([[undefined], [null], [''], ['$Wildcard']])(
  'the cell %j fits everything',
  (cell) => {
    const rows = [{ inputs: cell === undefined ? [] : [cell], outputs: ['yes'] }];
    for (const condition of ['x', 'x NotEquals', 'x GreaterThan'])
      for (const x of ['a', null, 5]) expect(decide({ ...table([condition], []), rows }, { x }, now)).toBeDefined();
  },
);

test('results are what their cells say', () => {
  const outputs = ['a', 'b', 'c', 'd', 'e', 'f'];
  const results = {
    ...table([], []),
    columns: { inputs: [], outputs },
    rows: [{ inputs: [], outputs: ['$CurrentTime', '$Empty', '$Wildcard', 5, [1]] }],
  };
  expect(decide(results, {}, now)).toEqual({
    row: 1,
    output: { a: '2026-01-05T10:00:00.000Z', b: '', c: null, d: 5, e: [1], f: null },
  });
});
