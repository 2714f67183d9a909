import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudProcessautomationTriggerConfig extends Config<typeof schema> {}

/** A trigger of the org, found by name. */
export class DataGenesyscloudProcessautomationTrigger extends dataSource(
  'genesyscloud_processautomation_trigger',
  schema,
)<DataGenesyscloudProcessautomationTriggerConfig> {}
