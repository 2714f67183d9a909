import { type Field, numeric, text, whole, yesNo } from '../state/shape';
import { fieldsOf, isObject, type Json, type JsonObject, omit, textOf } from '../state/json';
import type { Org } from '../state/org';
import type { Datatable, DatatableRow } from '../state/tables/datatable';
import type { Call } from './call';
import { collection, type Collection } from './collection';
import { page } from './paging';
import { ApiProblem, notFound, wrongValue } from './refusals';
import type { Route } from './route';

const path = '/api/v2/flows/datatables';
const permission = 'architect:datatable';

export const columnsOf = ({ schema }: Datatable): JsonObject => fieldsOf(schema['properties']);

/** The fields of the columns, by the type in the schema of the table. */
const columnTypes: Readonly<Record<string, Field<Json>>> = {
  string: text(Number.MAX_SAFE_INTEGER),
  boolean: yesNo,
  integer: whole(),
  number: numeric(-Number.MAX_VALUE),
};

/** The columns that a new schema removes or gives another type. Rows would hold values that fit no column. */
function lostColumns(before: JsonObject, after: JsonObject): readonly string[] {
  return Object.entries(before).flatMap(([column, definition]) => {
    const [old, fresh] = [fieldsOf(definition)['type'], fieldsOf(after[column])['type']];
    if (!isObject(after[column])) return [`the column '${column}' cannot be removed`];
    return old === fresh ? [] : [`the column '${column}' cannot change its type from ${shown(old)} to ${shown(fresh)}`];
  });
}

const shown = (type: Json | undefined): string => textOf(type) ?? 'none';

const tables: Collection<'datatable'> = {
  kind: 'datatable',
  path,
  permission,
  certainty: 'documented',
  note: 'While a table has rows, its columns stay and keep their types (believed).',
  inDivision: true,
  conflicts: ['delete'],
  view: (table, shown, call) =>
    call.expansions('schema').has('schema') ? { ...shown, schema: table.schema } : omit(shown, ['schema']),
  check: (table, { org }, before) => {
    const columns = columnsOf(table);
    for (const [column, definition] of Object.entries(columns)) {
      const type = textOf(fieldsOf(definition)['type']) ?? '';
      if (Object.hasOwn(columnTypes, type)) continue;
      const known = Object.keys(columnTypes).join(', ');
      throw wrongValue(`schema.properties.${column}: '${type}' is no type of column; there are ${known}`);
    }
    if (fieldsOf(columns['key'])['type'] !== 'string') {
      throw wrongValue('schema.properties: a data table needs a column key of type string', 'schema');
    }
    const lost = before && rowsOf(org, table.id).length > 0 ? lostColumns(columnsOf(before), columns) : [];
    if (lost.length > 0) {
      throw wrongValue(
        `schema.properties: the table '${table.name}' has rows; ${lost.join('; ')}. Delete the rows first.`,
        'schema',
      );
    }
  },
  deleting: ({ id, name: table }, call) => {
    if (call.query('force') === 'true') return;
    const flows = call.org.all('flow').filter((flow) => flow.bound['datatable']?.includes(id));
    if (flows.length > 0) {
      const named = flows.map((flow) => `flow '${flow.name}'`).join(', ');
      throw new ApiProblem(
        409,
        'general.conflict',
        `The data table '${table}' is in use and cannot be deleted: ${named}. Delete it with force=true.`,
      );
    }
    const rows = rowsOf(call.org, id).length;
    if (rows === 0) return;
    throw new ApiProblem(
      409,
      'general.conflict',
      `The data table '${table}' has rows (${rows}); delete it with force=true.`,
    );
  },
};

export const rowId = (tableId: string, key: string): string => `${tableId}/${key}`;

export const rowsOf = (org: Org, tableId: string): readonly DatatableRow[] =>
  org.all('datatableRow').filter((row) => row.tableId === tableId);

function rowIn(call: Call): DatatableRow {
  const { id } = call.the('datatable');
  const row = call.org.get('datatableRow', rowId(id, call.param('key')));
  if (!row) throw notFound('datatableRow', call.param('key'));
  return row;
}

/** The row with every column. A missing column gets its default. */
export function checkedRow(table: Datatable, sent: JsonObject): JsonObject {
  const columns = columnsOf(table);
  const problems: string[] = [];
  const row = Object.entries(sent).map(([column, value]) => {
    const type = textOf(fieldsOf(columns[column])['type']);
    if (type === undefined) problems.push(`the table '${table.name}' has no column '${column}'`);
    if (type === undefined || value === undefined) return [column, value] as const;
    const wrong = `${column} is ${JSON.stringify(value)}; expected a ${type}`;
    return [column, columnTypes[type]?.read(value, column, () => problems.push(wrong))] as const;
  });
  if (textOf(sent['key']) === undefined || sent['key'] === '') problems.push('key is missing; expected a text');
  if (problems.length > 0) throw wrongValue(problems.join('; '));
  const defaults = Object.entries(columns).flatMap(([column, definition]) => {
    const value = fieldsOf(definition)['default'];
    return value === undefined ? [] : [[column, value] as const];
  });
  return { ...Object.fromEntries(defaults), ...Object.fromEntries(row) };
}

const rows = `${path}/:id/rows`;
const rowPermission = 'architect:datatableRow';

const rowRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: rows,
    does: 'lists the rows of a data table; with showbrief=true only their keys',
    permission: `${rowPermission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const { id } = call.the('datatable');
      const shown = rowsOf(call.org, id).map(({ row }) => row);
      const brief = call.query('showbrief') !== 'false';
      return page(call, brief ? shown.map(({ key }) => ({ key })) : shown, `${path}/${id}/rows`);
    },
  },
  {
    method: 'POST',
    path: rows,
    does: 'adds a row to a data table',
    permission: `${rowPermission}:add`,
    answers: [200, 404, 409],
    certainty: 'documented',
    handle: (call) => {
      const table = call.the('datatable');
      const row = checkedRow(table, call.object({}));
      const id = rowId(table.id, textOf(row['key']) ?? '');
      if (call.org.get('datatableRow', id)) {
        throw new ApiProblem(409, 'general.conflict', `The table '${table.name}' has a row '${row['key']}' already.`);
      }
      call.org.put('datatableRow', { id, tableId: table.id, row });
      return row;
    },
  },
  {
    method: 'GET',
    path: `${rows}/:key`,
    does: 'gives one row of a data table',
    permission: `${rowPermission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const { row } = rowIn(call);
      return call.query('showbrief') === 'true' ? { key: row['key'] } : row;
    },
  },
  {
    method: 'PUT',
    path: `${rows}/:key`,
    does: 'changes a row of a data table',
    permission: `${rowPermission}:edit`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const before = rowIn(call);
      const row = checkedRow(call.the('datatable'), { ...call.object({}), key: call.param('key') });
      call.org.put('datatableRow', { ...before, row });
      return row;
    },
  },
  {
    method: 'DELETE',
    path: `${rows}/:key`,
    does: 'deletes a row of a data table',
    permission: `${rowPermission}:delete`,
    answers: [204, 404],
    certainty: 'documented',
    handle: (call) => {
      call.org.remove('datatableRow', rowIn(call).id);
      return undefined;
    },
  },
];

export const datatableRoutes: readonly Route[] = [...collection({ ...tables, deleteAnswers: 204 }), ...rowRoutes];
