import type { Json } from '../emulator/state/json';
import type { StubContracts } from './contracts';

/** Whether a schedule is on now, and what a schedule group says. */
export type StubHours = 'open' | 'closed' | 'holiday';

/** The conditions, results and rows of a decision table. */
export interface StubDecisionTable {
  /** Conditions such as `amount GreaterThan`, and the properties of the result. */
  readonly columns: { readonly inputs: readonly string[]; readonly outputs: readonly string[] };
  /** The cells, in the order of the columns. An empty condition fits any value. */
  readonly rows: readonly { readonly inputs: readonly Json[]; readonly outputs: readonly Json[] }[];
}

/** What stands in for things that flows name and no file holds, where the usual stub does not do. */
export interface StubOptions {
  /**
   * The rows of data tables by the name of the table: a file of CSV, whose first line names the columns, or the rows. The
   * first column is the key, unless one is named `key`. @default a table without rows
   */
  readonly dataTables?: Readonly<Record<string, string | readonly Readonly<Record<string, Json>>[]>> | undefined;
  /**
   * Decision tables by their name: a file of CSV or JSON, or the table. @default a table without rows, in which no row fits
   */
  readonly decisionTables?: Readonly<Record<string, string | StubDecisionTable>> | undefined;
  /** What a prompt says, by its name. @default its name */
  readonly prompts?: Readonly<Record<string, string>> | undefined;
  /** By the name of a schedule or a schedule group. A schedule is on where it is open. @default 'open' */
  readonly schedules?: Readonly<Record<string, StubHours>> | undefined;
  /** Contracts of data actions and columns of data tables. @default as the flows use them */
  readonly contracts?: StubContracts | undefined;
}
