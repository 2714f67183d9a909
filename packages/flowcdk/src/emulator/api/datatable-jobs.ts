import { fieldsOf, isObject, type Json, type JsonObject, textOf } from '../state/json';
import type { Datatable, DatatableJob } from '../state/tables/datatable';
import { withFields } from '../state/record';
import type { Call } from './call';
import { NoCsv, readCsv, writeCsv } from './csv';
import { checkedRow, columnsOf, rowId, rowsOf } from './datatables';
import { page } from './paging';
import { presigned, presignedRoute } from './presigned';
import { ApiProblem, notFound } from './refusals';
import { Reply, type Route, textReply } from './route';
import { oneOf, required } from '../state/shape';

const table = '/api/v2/flows/datatables/:id';
const LARGEST_FILE = 20_000_000;
const permission = 'architect:datatable';

/** A job of the table in the path. */
function jobIn(call: Call, direction: DatatableJob['direction']): DatatableJob {
  const { id } = call.the('datatable');
  const job = call.the('datatableJob', 'jobId');
  if (job.tableId !== id || job.direction !== direction) throw notFound('datatableJob', job.id);
  return job;
}

function shown(job: DatatableJob, call: Call): JsonObject {
  const { id, tableId, direction, status, importMode, dateCreated, dateCompleted, errorInformation } = job;
  const { countRecordsUpdated, countRecordsDeleted, countRecordsFailed, countRecordsProcessed } = job;
  return {
    id,
    status,
    dateCreated,
    dateCompleted,
    errorInformation,
    ...(direction === 'import'
      ? {
          importMode,
          uploadURI: presigned(call, `/flowcdk/datatables/${id}`),
          uploadHeaders: {},
          countRecordsUpdated,
          countRecordsDeleted,
          countRecordsFailed,
        }
      : { downloadURI: presigned(call, `/flowcdk/datatables/${id}`), countRecordsProcessed }),
    selfUri: `/api/v2/flows/datatables/${tableId}/${direction}/jobs/${id}`,
  };
}

/** `"true"` in a column of type boolean ⇒ true. Undefined for a text that does not fit the type. */
function valueOf(text: string, type: string | undefined): Json | undefined {
  if (type === 'string') return text;
  if (type === 'boolean') return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : undefined;
  return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** Reads rows by the column names in the first line. An empty field gets the default of its column. */
function rowsIn(text: string, of: Datatable): JsonObject[] {
  const [header = [], ...lines] = readCsv(text);
  // A repeated upload with an empty body must not empty the table.
  if (!header.includes('key')) throw new NoCsv("line 1: the first line has the names of the columns; 'key' is missing");
  const columns = columnsOf(of);
  return lines.map((fields, i) => {
    const row = header.flatMap((column, n): [string, Json][] => {
      const field = fields[n] ?? '';
      if (field === '') return [];
      const type = textOf(fieldsOf(columns[column])['type']);
      const value = isObject(columns[column]) ? valueOf(field, type) : field;
      if (value === undefined) throw new NoCsv(`line ${i + 2}: ${column} is '${field}'; expected a ${type}`);
      return [[column, value]];
    });
    try {
      return checkedRow(of, Object.fromEntries(row));
    } catch (problem) {
      if (problem instanceof ApiProblem) throw new NoCsv(`line ${i + 2}: ${problem.message}`);
      throw problem;
    }
  });
}

/** Imports all rows of the file, or none. */
function importRows(job: DatatableJob, call: Call): Partial<DatatableJob> {
  const { org, parts } = call;
  const of = org.get('datatable', job.tableId);
  if (!of) throw notFound('datatable', job.tableId);
  let rows: JsonObject[];
  try {
    rows = rowsIn(parts.text, of);
  } catch (problem) {
    if (!(problem instanceof NoCsv)) throw problem;
    const errorInformation = { code: 'invalid.value', status: 400, message: problem.message };
    return {
      status: 'Failed',
      countRecordsUpdated: 0,
      countRecordsDeleted: 0,
      countRecordsFailed: 1,
      errorInformation,
    };
  }
  const kept = new Set(rows.map((row) => rowId(of.id, textOf(row['key']) ?? '')));
  const gone = job.importMode === 'ReplaceAll' ? rowsOf(org, of.id).filter(({ id }) => !kept.has(id)) : [];
  for (const { id } of gone) org.remove('datatableRow', id);
  for (const row of rows) {
    org.put('datatableRow', { id: rowId(of.id, textOf(row['key']) ?? ''), tableId: of.id, row });
  }
  return {
    status: 'Succeeded',
    countRecordsUpdated: rows.length,
    countRecordsDeleted: gone.length,
    countRecordsFailed: 0,
  };
}

const shownField = (value: Json | undefined): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

const importJob = (path: string, note?: string): Route => ({
  method: 'POST',
  path,
  does: 'registers an import of rows and says where to upload the CSV file',
  permission: `${permission}:edit`,
  answers: [200, 404],
  certainty: 'documented',
  ...(note === undefined ? {} : { note }),
  handle: (call) => {
    const { id: tableId } = call.the('datatable');
    const { importMode } = call.object({ importMode: required(oneOf('ReplaceAll', 'Append')) });
    const { org } = call;
    const job: DatatableJob = {
      id: org.newId(),
      tableId,
      direction: 'import',
      importMode,
      status: 'WaitingForUpload',
      dateCreated: org.now.toISOString(),
    };
    return shown(org.put('datatableJob', job), call);
  },
});

export const datatableJobRoutes: readonly Route[] = [
  importJob(`${table}/import/csv/jobs`),
  importJob(`${table}/import/jobs`, 'The cloud wants the path with csv in new programs.'),
  {
    method: 'GET',
    path: `${table}/import/jobs`,
    does: 'lists the imports of a data table, newest first',
    permission: `${permission}:edit`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const { id } = call.the('datatable');
      const jobs = call.org.all('datatableJob').filter((job) => job.tableId === id && job.direction === 'import');
      return page(
        call,
        jobs.reverse().map((job) => shown(job, call)),
        `/api/v2/flows/datatables/${id}/import/jobs`,
      );
    },
  },
  {
    method: 'GET',
    path: `${table}/import/jobs/:jobId`,
    does: 'tells what became of an import',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => shown(jobIn(call, 'import'), call),
  },
  presignedRoute({
    method: 'PUT',
    path: '/flowcdk/datatables/:jobId',
    does: 'takes the CSV file of an import: the first line has the names of the columns',
    answers: [200, 404],
    certainty: 'believed',
    note: 'All rows, or none. The cloud may take those that are right.',
    bodyLimit: LARGEST_FILE,
    handle: (call) => {
      const job = call.the('datatableJob', 'jobId');
      if (job.direction !== 'import') throw notFound('datatableJob', job.id);
      if (job.status === 'WaitingForUpload') {
        const dateCompleted = call.org.now.toISOString();
        call.org.put('datatableJob', { ...withFields(job, importRows(job, call)), dateCompleted });
      }
      return new Reply(200, {});
    },
  }),
  {
    method: 'POST',
    path: `${table}/export/jobs`,
    does: 'prepares the rows of a data table for download',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => {
      const { id: tableId } = call.the('datatable');
      const { org } = call;
      const at = org.now.toISOString();
      const job: DatatableJob = {
        id: org.newId(),
        tableId,
        direction: 'export',
        status: 'Succeeded',
        dateCreated: at,
        dateCompleted: at,
        countRecordsProcessed: rowsOf(org, tableId).length,
      };
      return shown(org.put('datatableJob', job), call);
    },
  },
  {
    method: 'GET',
    path: `${table}/export/jobs/:jobId`,
    does: 'tells where to download the rows of a data table',
    permission: `${permission}:view`,
    answers: [200, 404],
    certainty: 'documented',
    handle: (call) => shown(jobIn(call, 'export'), call),
  },
  presignedRoute({
    method: 'GET',
    path: '/flowcdk/datatables/:jobId',
    does: 'gives the rows of a data table as CSV',
    answers: [200, 404],
    certainty: 'believed',
    note: 'The rows as they are when they are fetched.',
    handle: (call) => {
      const job = call.the('datatableJob', 'jobId');
      const of = call.org.get('datatable', job.tableId);
      if (job.direction !== 'export' || !of) throw notFound('datatableJob', job.id);
      const columns = ['key', ...Object.keys(columnsOf(of)).filter((column) => column !== 'key')];
      const rows = rowsOf(call.org, of.id).map(({ row }) => columns.map((column) => shownField(row[column])));
      return textReply(writeCsv([columns, ...rows]));
    },
  }),
];
