import { readFileSync, statSync } from 'node:fs';
import { NoCsv, readCsv } from '../emulator/api/csv';
import { isObject, type Json, jsonIn, type JsonObject } from '../emulator/state/json';
import { readBody } from '../emulator/state/shape';
import { decisionTable } from '../emulator/state/tables/decision-table';
import type { StubDecisionTable } from './options';
import { WrongStub } from './wrong-stub';

/** The most bytes of a file. */
const LARGEST = 10_000_000;

/** A decision table from a file of CSV or JSON, or from a test. Throws a {@link WrongStub} that says what is wrong. */
export function decisionTableOf(name: string, source: string | StubDecisionTable): StubDecisionTable {
  const where = typeof source === 'string' ? ` (${source})` : '';
  const wrong = (why: string): WrongStub => new WrongStub(`the decision table '${name}'${where}: ${why}`);
  const table = typeof source === 'string' ? inFile(source, wrong) : source;
  const { problems = [] } = readBody({ name, ...(table as unknown as JsonObject) }, decisionTable);
  if (problems.length > 0) throw wrong(problems.map(({ message }) => message).join('; '));
  const { inputs, outputs } = table.columns;
  table.rows.forEach((row, i) => {
    if (row.inputs.length > inputs.length || row.outputs.length > outputs.length)
      throw wrong(`row ${i + 1} has more cells than the table has columns`);
  });
  return table;
}

function inFile(file: string, wrong: (why: string) => WrongStub): StubDecisionTable {
  let text: string;
  try {
    if (statSync(file).size > LARGEST) throw wrong(`the file is larger than ${LARGEST} bytes`);
    text = readFileSync(file, 'utf8');
  } catch (problem) {
    if (problem instanceof WrongStub) throw problem;
    throw wrong(`it cannot be read: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  if (!file.toLowerCase().endsWith('.json')) return inCsv(text, wrong);
  const json = jsonIn(text);
  if (!isObject(json)) throw wrong('it is no JSON object with columns and rows');
  return json as unknown as StubDecisionTable;
}

/** Before the name of a column with results. */
const RESULT = '->';

/** The first line names the columns: conditions, then results with an arrow before their name. */
function inCsv(text: string, wrong: (why: string) => WrongStub): StubDecisionTable {
  let lines: readonly (readonly string[])[];
  try {
    lines = readCsv(text);
  } catch (problem) {
    if (problem instanceof NoCsv) throw wrong(`it is no CSV: ${problem.message}`);
    throw problem;
  }
  const [head = [], ...rows] = lines;
  const isResult = head.map((column) => column.trim().startsWith(RESULT));
  const of = <T>(cells: readonly T[], result: boolean): readonly T[] => cells.filter((_, i) => isResult[i] === result);
  const columns = {
    inputs: of(head, false).map((column) => column.trim()),
    outputs: of(head, true).map((column) => column.trim().slice(RESULT.length).trim()),
  };
  if (columns.outputs.length === 0)
    throw wrong(`no column is a result. Write ${RESULT} before the name of one: segment,${RESULT} queue`);
  return {
    columns,
    rows: rows.map((cells, i) => {
      if (cells.length !== head.length)
        throw wrong(`row ${i + 2} has ${cells.length} fields, and there are ${head.length} columns`);
      return { inputs: of(cells, false), outputs: of(cells, true).map(typed) };
    }),
  };
}

/** A result in CSV: a number, true or false where it looks like one. An empty one is null. */
function typed(cell: string): Json {
  const text = cell.trim();
  if (text === '') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : cell;
}
