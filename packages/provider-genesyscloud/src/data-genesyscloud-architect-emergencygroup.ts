import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name; the provider takes the first the org finds by it. */
  name: required('string'),
};

export interface DataGenesyscloudArchitectEmergencygroupConfig extends Config<typeof schema> {}

/** An emergency group of the org, found by name. */
export class DataGenesyscloudArchitectEmergencygroup extends dataSource(
  'genesyscloud_architect_emergencygroup',
  schema,
)<DataGenesyscloudArchitectEmergencygroupConfig> {}
