import { resource } from './base/resource';
import { type Config, optionalComputed, required } from './base/schema';

const schema = {
  /** The table. A change makes a new row. */
  datatableId: required('string'),
  /** Value of the column `key`. A change makes a new row. */
  keyValue: required('string'),
  /** Values of the other columns, as a JSON object in a string; those left out get the column's default. */
  propertiesJson: optionalComputed('string'),
};

export interface ArchitectDatatableRowConfig extends Config<typeof schema> {}

/** One row of a data table. */
export class ArchitectDatatableRow extends resource(
  'genesyscloud_architect_datatable_row',
  schema,
)<ArchitectDatatableRowConfig> {}
