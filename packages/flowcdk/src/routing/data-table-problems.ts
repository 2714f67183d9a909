import type { SourceLine } from '../ground/source-line';
import {
  dataTableCellMissing,
  dataTableCellUnknown,
  dataTableCellWrong,
  dataTableColumnName,
  dataTableColumnTwice,
  dataTableDefaultSize,
  dataTableDefaultUnknown,
  dataTableKeyLabel,
  dataTableKeyMissing,
  dataTableKeyTooLong,
  dataTableKeyTwice,
  routingNameTooLong,
  dataTableTooMany,
} from './errors';
import type { Finding } from '../ground/finding';
import type { Cell, Columns, ColumnType } from './data-table';
import { nameProblems } from './name-problems';

/** What the documentation of Architect says of data tables. */
const MOST_COLUMNS = 50;
const MOST_ROWS = 5000;
const LONGEST = 256;

interface TableProps {
  readonly name: string;
  readonly key: string;
  readonly columns: Columns;
  readonly defaults: Readonly<Record<string, Cell>>;
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

type At = SourceLine | undefined;

/** What is wrong with a data table. Rows may come from a file: the compiler has not seen what is in them. */
export function dataTableProblems({ name, key, columns, defaults, rows }: TableProps, at: At): Finding[] {
  const path = `data table ${name}`;
  const names = Object.keys(columns);
  return [
    ...nameProblems('data table', name, at),
    ...(name.length > LONGEST ? [routingNameTooLong(path, name, LONGEST, at)] : []),
    ...(key.trim() === '' || /[/\\]/.test(key) ? [dataTableKeyLabel(path, key, at)] : []),
    ...names.flatMap((column) => columnProblems(path, column, key, at)),
    ...(names.length > MOST_COLUMNS ? [dataTableTooMany(path, 'columns', names.length, MOST_COLUMNS, at)] : []),
    ...(rows.length > MOST_ROWS ? [dataTableTooMany(path, 'rows', rows.length, MOST_ROWS, at)] : []),
    ...Object.entries(defaults).flatMap(([column, cell]) => defaultProblems(path, column, cell, columns, at)),
    ...rows.flatMap((row, i) => rowProblems(rowPath(path, row, i, key), row, { key, columns, defaults }, at)),
    ...keysTwice(path, key, rows, at),
  ];
}

function columnProblems(path: string, column: string, key: string, at: At): Finding[] {
  if (column.trim() === '') return [dataTableColumnName(path, column, at)];
  return column === 'key' || column === key ? [dataTableColumnTwice(path, column, at)] : [];
}

function defaultProblems(path: string, column: string, cell: Cell, columns: Columns, at: At): Finding[] {
  const type = typeOf(columns, column);
  if (!type) return [dataTableDefaultUnknown(path, column, Object.keys(columns), at)];
  const problems = cellProblems(`${path}: defaults`, column, cell, type, at);
  if (problems.length > 0 || typeof cell !== 'number' || cell === 0) return problems;
  return keepsDefault(Math.abs(cell)) ? [] : [dataTableDefaultSize(path, column, cell, at)];
}

/** The provider (1.82) reads back what is smaller or larger as `1e+06`, which it does not know again (seen). */
const keepsDefault = (size: number): boolean => size >= 0.0001 && size < 1_000_000;

/** `data table Shops: rows[3] (P4)` */
function rowPath(path: string, row: Readonly<Record<string, Cell>>, i: number, label: string): string {
  const key = row[label];
  if (typeof key !== 'string' || key === '') return `${path}: rows[${i}]`;
  return `${path}: rows[${i}] (${key.length > 40 ? `${key.slice(0, 40)}…` : key})`;
}

function rowProblems(
  path: string,
  row: Readonly<Record<string, Cell>>,
  { key, columns, defaults }: Pick<TableProps, 'key' | 'columns' | 'defaults'>,
  at: At,
): Finding[] {
  const { [key]: keyOfRow, ...cells } = row;
  return [
    ...keyProblems(path, key, keyOfRow, at),
    ...Object.keys(columns)
      .filter((column) => cells[column] === undefined && defaults[column] === undefined)
      .map((column) => dataTableCellMissing(path, column, at)),
    ...Object.entries(cells).flatMap(([column, cell]) => {
      const type = typeOf(columns, column);
      return type
        ? cellProblems(path, column, cell, type, at)
        : [dataTableCellUnknown(path, column, Object.keys(columns), at)];
    }),
  ];
}

function keyProblems(path: string, label: string, key: Cell | undefined, at: At): Finding[] {
  if (typeof key !== 'string' || key === '') return [dataTableKeyMissing(path, label, key, at)];
  return key.length > LONGEST ? [dataTableKeyTooLong(path, key.length, LONGEST, at)] : [];
}

/** Each key that several rows have is told once. */
function keysTwice(path: string, label: string, rows: TableProps['rows'], at: At): Finding[] {
  const places = new Map<string, number[]>();
  for (const [i, { [label]: key }] of rows.entries()) {
    if (typeof key === 'string') places.set(key, [...(places.get(key) ?? []), i]);
  }
  return [...places].filter(([, rows]) => rows.length > 1).map(([key, rows]) => dataTableKeyTwice(path, key, rows, at));
}

const typeOf = (columns: Columns, column: string): ColumnType | undefined =>
  Object.hasOwn(columns, column) ? columns[column] : undefined;

function cellProblems(path: string, column: string, cell: Cell, type: ColumnType, at: At): Finding[] {
  const { values } = type;
  if (values && !values.includes(String(cell))) return [dataTableCellWrong(path, column, cell, values, at)];
  const [fits, expected] = kinds[type.kind] ?? [() => true, ''];
  return fits(cell) ? [] : [dataTableCellWrong(path, column, cell, expected, at)];
}

const kinds: Readonly<Partial<Record<ColumnType['kind'], readonly [(cell: unknown) => boolean, string]>>> = {
  string: [(cell) => typeof cell === 'string', 'a text'],
  boolean: [(cell) => typeof cell === 'boolean', 'true or false'],
  integer: [(cell) => Number.isSafeInteger(cell), 'a whole number'],
  decimal: [(cell) => Number.isFinite(cell), 'a number'],
};
