import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudArchitectDatatableConfig extends Config<typeof schema> {}

/** A data table of the org, found by name. */
export class DataGenesyscloudArchitectDatatable extends dataSource(
  'genesyscloud_architect_datatable',
  schema,
)<DataGenesyscloudArchitectDatatableConfig> {}
