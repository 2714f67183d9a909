import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudArchitectSchedulegroupsConfig extends Config<typeof schema> {}

/** A schedule group of the org, found by name. */
export class DataGenesyscloudArchitectSchedulegroups extends dataSource(
  'genesyscloud_architect_schedulegroups',
  schema,
)<DataGenesyscloudArchitectSchedulegroupsConfig> {}
