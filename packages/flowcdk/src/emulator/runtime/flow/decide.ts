import { type Json, type JsonObject } from '../../state/json';
import { type Comparator, conditionOf, type DecisionTable } from '../../state/tables/decision-table';

/** A row that fits. */
export interface Decision {
  /** Its place in the table, from 1. */
  readonly row: number;
  readonly output: JsonObject;
}

/**
 * The first row whose conditions all fit the input (documented). Undefined where none does.
 *
 * @param now for `$CurrentTime`
 */
export function decide({ columns, rows }: DecisionTable, input: Json, now: Date): Decision | undefined {
  const conditions = columns.inputs.map(conditionOf);
  const at = rows.findIndex(({ inputs }) =>
    conditions.every((condition, i) => {
      if (!condition) return false;
      return fits(valueAt(input, condition.property), condition.comparator, inputs[i], now);
    }),
  );
  const row = rows[at];
  if (!row) return undefined;
  const output: Record<string, Json> = {};
  columns.outputs.forEach((property, i) => put(output, property.split('.'), specialValue(row.outputs[i], now)));
  return { row: at + 1, output };
}

/** The value of a property. Nested ones have dots. */
function valueAt(input: Json, property: string): Json {
  let value: Json = input;
  for (const part of property.split('.'))
    value = isObject(value) && Object.hasOwn(value, part) ? (value[part] ?? null) : null;
  return value;
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fits(value: Json, comparator: Comparator, cell: Json | undefined, now: Date): boolean {
  if (cell === undefined || cell === null || cell === '' || cell === '$Wildcard') return true;
  const isNegated = comparator.startsWith('Not');
  const plain = isNegated ? (comparator.slice('Not'.length) as Comparator) : comparator;
  return compares(value, plain, cell, now) !== isNegated;
}

/** Compares without `Not`. A value that the input lacks fits only `$Null`. */
function compares(value: Json, comparator: Comparator, cell: Json, now: Date): boolean {
  if (cell === '$Null') return comparator === 'Equals' && value === null;
  if (cell === '$Empty')
    return comparator === 'Equals' && (value === '' || (Array.isArray(value) && value.length === 0));
  if (value === null) return false;
  const expected = specialValue(cell, now);
  switch (comparator) {
    case 'Equals':
      return order(value, expected) === 0;
    case 'GreaterThan':
      return order(value, expected) > 0;
    case 'GreaterThanOrEquals':
      return order(value, expected) >= 0;
    case 'LessThan':
      return order(value, expected) < 0;
    case 'LessThanOrEquals':
      return order(value, expected) <= 0;
    case 'Contains':
      return Array.isArray(value)
        ? (value as readonly Json[]).some((item) => order(item, expected) === 0)
        : textOf(value).includes(textOf(expected));
    case 'StartsWith':
      return textOf(value).startsWith(textOf(expected));
    case 'EndsWith':
      return textOf(value).endsWith(textOf(expected));
    default:
      return false;
  }
}

/**
 * Which of two values comes first. Numbers are compared as numbers and moments as moments; all else as text, in which
 * upper and lower case differ (documented).
 */
function order(value: Json, expected: Json): number {
  const [a, b] = [numberIn(value), numberIn(expected)];
  if (a !== undefined && b !== undefined) return a - b;
  const [from, to] = [momentIn(value), momentIn(expected)];
  if (from !== undefined && to !== undefined) return from - to;
  const [left, right] = [textOf(value), textOf(expected)];
  return left === right ? 0 : left < right ? -1 : 1;
}

const numberIn = (value: Json): number | undefined => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
};

const momentIn = (value: Json): number | undefined => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return undefined;
  const moment = Date.parse(value);
  return Number.isNaN(moment) ? undefined : moment;
};

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The value of a cell. */
function specialValue(cell: Json | undefined, now: Date): Json {
  if (cell === undefined || cell === '$Null' || cell === '$Wildcard') return null;
  if (cell === '$Empty') return '';
  return cell === '$CurrentTime' ? now.toISOString() : cell;
}

function put(output: Record<string, Json>, [first = '', ...rest]: readonly string[], value: Json): void {
  if (rest.length === 0) {
    output[first] = value;
    return;
  }
  const before = output[first] ?? null;
  const inner: Record<string, Json> = isObject(before) ? { ...(before as Readonly<Record<string, Json>>) } : {};
  put(inner, rest, value);
  output[first] = inner;
}
