import type { RecordWithId } from '../record';
import { anything, type Field, listOf, name, object, required, text } from '../shape';

/** How a condition compares its value with that of a row (documented: the words of the Terraform provider). */
export const comparators = [
  'Equals',
  'NotEquals',
  'GreaterThan',
  'GreaterThanOrEquals',
  'LessThan',
  'LessThanOrEquals',
  'StartsWith',
  'NotStartsWith',
  'EndsWith',
  'NotEndsWith',
  'Contains',
  'NotContains',
] as const;

export type Comparator = (typeof comparators)[number];

/** A condition: the property of the input that it looks at, with dots for nested ones. */
export interface Condition {
  readonly property: string;
  readonly comparator: Comparator;
}

/** Reads a condition such as `amount GreaterThan`. Without a comparator it is `Equals`. Undefined for anything else. */
export function conditionOf(column: string): Condition | undefined {
  const [property = '', comparator = 'Equals', ...rest] = column.split(' ').filter((word) => word !== '');
  const known = comparators.find((each) => each.toLowerCase() === comparator.toLowerCase());
  return property === '' || !known || rest.length > 0 ? undefined : { property, comparator: known };
}

const EXPECTED = `a property and a comparator, such as 'amount GreaterThan'; comparators are ${comparators.join(', ')}`;
const words = text(256, 1);

const condition: Field<string> = {
  ...words,
  expects: EXPECTED,
  read: (value, path, report) => {
    const column = words.read(value, path, report);
    if (column === undefined || conditionOf(column)) return column;
    report(path, `${path} is ${JSON.stringify(column)}; expected ${EXPECTED}`);
    return undefined;
  },
};

/** The most rows of a table (our own bound). */
const MOST_ROWS = 10_000;

/**
 * A decision table. The cells of a row have the order of the columns. A missing cell, null and an empty text of a
 * condition fit any value.
 */
export const decisionTable = {
  name,
  columns: required(object({ inputs: required(listOf(condition, 100)), outputs: required(listOf(text(256, 1), 100)) })),
  rows: required(
    listOf(object({ inputs: required(listOf(anything)), outputs: required(listOf(anything)) }), MOST_ROWS),
  ),
};

export type DecisionTable = RecordWithId<typeof decisionTable>;
