import { readFileSync } from 'node:fs';
import { NoCsv, readCsv } from '../emulator/api/csv';
import type { Json, JsonObject } from '../emulator/state/json';
import { fieldsOf, textOf } from '../emulator/state/json';
import type { StubOptions } from './options';
import { WrongStub } from './wrong-stub';

/** A row of a data table, and its key. */
export interface TableRow {
  readonly key: string;
  readonly row: JsonObject;
}

/**
 * The rows of a data table from a file of CSV, or from a test. Where the columns have types, the texts of the file get
 * them.
 *
 * @param schema the columns as JSON Schema, where they are known
 */
export function rowsOfTable(
  table: string,
  source: NonNullable<StubOptions['dataTables']>[string],
  schema: JsonObject = {},
): readonly TableRow[] {
  const rows = typeof source === 'string' ? rowsOfFile(table, source, schema) : source;
  return rows.map((row) => {
    const keyColumn = 'key' in row ? 'key' : (Object.keys(row)[0] ?? 'key');
    const { [keyColumn]: key = '', ...columns } = row;
    return { key: textOf(key) ?? JSON.stringify(key), row: { key, ...columns } };
  });
}

function rowsOfFile(table: string, file: string, schema: JsonObject): readonly JsonObject[] {
  const wrong = (why: string): WrongStub => new WrongStub(`the rows of the data table '${table}': ${file} ${why}`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (problem) {
    throw wrong(`cannot be read: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  try {
    const [columns = [], ...rows] = readCsv(text);
    const types = fieldsOf(schema['properties']);
    return rows.map((row, i) => {
      if (row.length !== columns.length)
        throw wrong(`has ${row.length} fields in row ${i + 2} and ${columns.length} columns`);
      return Object.fromEntries(
        columns.map((column, at) => [column, typed(row[at] ?? '', textOf(fieldsOf(types[column])['type']))]),
      );
    });
  } catch (problem) {
    if (problem instanceof NoCsv) throw wrong(`is no CSV: ${problem.message}`);
    throw problem;
  }
}

/** A field of CSV as a value of its column. */
function typed(text: string, type: string | undefined): Json {
  if (type === 'boolean') return text.trim().toLowerCase() === 'true';
  if ((type === 'integer' || type === 'number') && text.trim() !== '' && Number.isFinite(Number(text)))
    return Number(text);
  return text;
}
