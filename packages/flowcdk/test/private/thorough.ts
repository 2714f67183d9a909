/**
 * Whether every test runs whole: in `npm run test:full`, which CI runs. `npm test` runs a part of what takes long, and
 * leaves out the files named `*.full.test.ts`.
 */
export const isThorough = process.env['FLOWCDK_TEST'] === 'thorough';

/** How many random cases a property is tried with. */
export const runs = (part: number, whole: number): number => (isThorough ? whole : part);

/** Rows of a table, spread over it; all of them where every test runs whole. */
export function rowsOf<Row>(table: readonly Row[], part: number): readonly Row[] {
  if (isThorough || table.length <= part) return table;
  return Array.from({ length: part }, (_, i) => table[Math.floor((i * table.length) / part)] as Row);
}
