import { anyObject, filled, name, object, oneOf, reference, required, text, whole } from '../shape';
import type { RecordWithId } from '../record';

/** A data table. Its schema is a JSON schema with a property for each column. */
export const datatable = {
  name,
  description: text(),
  division: filled(reference),
  schema: required(anyObject),
};

/** A row of a data table. Its table and its key identify it. */
export const datatableRow = { tableId: required(text()), row: required(anyObject) };

/** An import or export of the rows of a table. */
export const datatableJob = {
  tableId: required(text()),
  direction: required(oneOf('import', 'export')),
  importMode: oneOf('ReplaceAll', 'Append'),
  status: required(oneOf('WaitingForUpload', 'Succeeded', 'Failed')),
  /** ISO 8601. */
  dateCreated: required(text()),
  dateCompleted: text(),
  countRecordsUpdated: whole(0),
  countRecordsDeleted: whole(0),
  countRecordsFailed: whole(0),
  countRecordsProcessed: whole(0),
  errorInformation: object({ code: text(), status: whole(), message: text() }),
};

export type Datatable = RecordWithId<typeof datatable>;
export type DatatableRow = RecordWithId<typeof datatableRow>;
export type DatatableJob = RecordWithId<typeof datatableJob>;
