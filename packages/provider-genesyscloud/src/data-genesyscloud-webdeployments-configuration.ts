import { dataSource } from './base/resource';
import { computed, type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
  /** The version last published. */
  version: computed('string'),
};

export interface DataGenesyscloudWebdeploymentsConfigurationConfig extends Config<typeof schema> {}

/** A web messaging configuration of the org, found by name. */
export class DataGenesyscloudWebdeploymentsConfiguration extends dataSource(
  'genesyscloud_webdeployments_configuration',
  schema,
)<DataGenesyscloudWebdeploymentsConfigurationConfig> {}
