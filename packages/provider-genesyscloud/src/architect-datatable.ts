import { resource } from './base/resource';
import { type Config } from './base/schema';
import { architectDatatable } from './tables/architect-datatable';

export interface ArchitectDatatableConfig extends Config<typeof architectDatatable> {}

/** A table that flows can read, with a text key. */
export class ArchitectDatatable extends resource(
  'genesyscloud_architect_datatable',
  architectDatatable,
)<ArchitectDatatableConfig> {}
