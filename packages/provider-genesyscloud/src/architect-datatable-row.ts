import { resource } from './base/resource';
import { type Config } from './base/schema';
import { architectDatatableRow } from './tables/architect-datatable-row';

export interface ArchitectDatatableRowConfig extends Config<typeof architectDatatableRow> {}

/** One row of a data table. */
export class ArchitectDatatableRow extends resource(
  'genesyscloud_architect_datatable_row',
  architectDatatableRow,
)<ArchitectDatatableRowConfig> {}
