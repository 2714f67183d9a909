import { defined } from '../ground/defined';
import type { Addressed, Definition } from '../architect/definition';
import { definedBy, type HasOrigin, ORIGIN, sourceLine } from '../architect/origin';
import type { Decimal, Integer, Type, TypeOf } from '../architect/types';
import type { Finding } from '../ground/finding';
import { dataTableProblems } from './data-table-problems';

/** What a column of a data table may hold: `string()`, `oneOf([…])`, `boolean()`, `integer()` or `decimal()`. */
export type ColumnType = Type<string> | Type<boolean> | Type<Integer> | Type<Decimal>;

/** The columns of a data table besides its key, by their names. */
export type Columns = Readonly<Record<string, ColumnType>>;

/** A value in a row. */
export type Cell = string | number | boolean;

/** What a row holds in a column of a type. */
export type CellOf<T extends ColumnType> = TypeOf<T> extends string | boolean ? TypeOf<T> : number;

type Cells<C extends Columns> = { readonly [K in keyof C]: CellOf<C[K]> };

/** A row as it is given: the key, every column without a default, and of the others those that differ from it. */
export type DataTableRow<Key extends string, C extends Columns, WithDefault extends keyof C> = {
  readonly [K in Key]: string;
} & Pick<Cells<C>, Exclude<keyof C, WithDefault>> & { readonly [K in WithDefault]?: CellOf<C[K]> | undefined };

/** A row as it is deployed. */
export interface CompleteRow {
  /** Unique in the table; upper and lower case differ (believed). */
  readonly key: string;
  /** A value for every column. */
  readonly cells: Readonly<Record<string, Cell>>;
}

/** A table that flows look rows up in by a key, with its rows. */
export interface DataTableDefinition<C extends Columns = Columns> extends Definition, HasOrigin {
  readonly definition: 'dataTable';
  readonly description?: string;
  /** What the key is called in Architect. */
  readonly key: string;
  readonly columns: C;
  /** What a new row holds in a column that nobody gives a value. */
  readonly defaults: Readonly<Record<string, Cell>>;
  readonly rows: readonly CompleteRow[];
  readonly problems?: readonly Finding[];
}

/** What {@link dataTable} takes. */
export interface DataTableProps<Key extends string, C extends Columns, D extends Partial<Cells<C>>> extends Addressed {
  /** Unique in the organisation, up to 256 characters (documented). */
  readonly name: string;
  readonly description?: string | undefined;
  /** What the key is called: in Architect, and in `rows`. Without "/" and "\" (documented). */
  readonly key: Key;
  /** Up to 50 (documented). A column cannot be taken away from a table that is deployed. */
  readonly columns: C;
  /** Values of columns that rows may leave out. */
  readonly defaults?: D | undefined;
  /** Up to 5000 (documented). Rows somebody adds in Architect stay as they are. @default none */
  readonly rows?: readonly DataTableRow<Key, NoInfer<C>, keyof NoInfer<D> & keyof C>[] | undefined;
}

/**
 * Defines a data table with its rows. The compiler knows the columns: a row without one, or with a value of another type,
 * does not compile, and `dataTableLookup` binds each column to a variable of its type only.
 *
 * @example
 * ```ts
 * const shops = dataTable({
 *   name: 'Shops',
 *   key: 'shop',
 *   columns: { city: string(), seats: integer(), open: boolean() },
 *   defaults: { open: true },
 *   rows: [
 *     { shop: 'P1', city: 'Paris', seats: 12 },
 *     { shop: 'L1', city: 'Lyon', seats: 4, open: false },
 *   ],
 * });
 * ```
 */
export function dataTable<
  const Key extends string,
  const C extends Columns,
  const D extends Partial<Cells<C>> = Record<never, never>,
>(props: DataTableProps<Key, C, D>): DataTableDefinition<C> {
  const origin = definedBy(dataTable);
  const { name, description, address, columns } = props;
  const key: string = props.key;
  const defaults = defined(props.defaults ?? {}) as Readonly<Record<string, Cell>>;
  const sparseRows = (props.rows ?? []).map((row) => defined(row) as Readonly<Record<string, Cell>>);
  const problems = dataTableProblems({ name, key, columns, defaults, rows: sparseRows }, sourceLine(origin));
  const rows = sparseRows.map(({ [key]: keyOfRow, ...cells }) => ({
    key: String(keyOfRow),
    cells: Object.fromEntries(
      Object.keys(columns).flatMap((column) => {
        const cell = cells[column] ?? defaults[column];
        return cell === undefined ? [] : [[column, cell] as const];
      }),
    ),
  }));
  return Object.freeze({
    definition: 'dataTable',
    name,
    ...defined({ description, address }),
    key,
    columns,
    defaults,
    rows,
    problems,
    [ORIGIN]: origin,
  });
}
