import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudIntegrationConfig extends Config<typeof schema> {}

/** An integration of the org, found by name. */
export class DataGenesyscloudIntegration extends dataSource(
  'genesyscloud_integration',
  schema,
)<DataGenesyscloudIntegrationConfig> {}
