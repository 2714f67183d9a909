import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** The `custom-rest-actions` integration it belongs to. */
  parentIntegrationId: required('string'),
};

export interface DataGenesyscloudIntegrationCustomAuthActionConfig extends Config<typeof schema> {}

/** The token request of an integration. */
export class DataGenesyscloudIntegrationCustomAuthAction extends dataSource(
  'genesyscloud_integration_custom_auth_action',
  schema,
)<DataGenesyscloudIntegrationCustomAuthActionConfig> {}
