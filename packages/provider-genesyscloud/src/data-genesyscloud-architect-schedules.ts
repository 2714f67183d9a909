import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudArchitectSchedulesConfig extends Config<typeof schema> {}

/** A schedule of the org, found by name. */
export class DataGenesyscloudArchitectSchedules extends dataSource(
  'genesyscloud_architect_schedules',
  schema,
)<DataGenesyscloudArchitectSchedulesConfig> {}
