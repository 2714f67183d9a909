import { dataSource } from './base/resource';
import { type Config, optional, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
  /** Its integration, when the name alone finds several. */
  integrationId: optional('string'),
};

export interface DataGenesyscloudIntegrationActionConfig extends Config<typeof schema> {}

/** A data action of the org, found by name; built-in ones too. */
export class DataGenesyscloudIntegrationAction extends dataSource(
  'genesyscloud_integration_action',
  schema,
)<DataGenesyscloudIntegrationActionConfig> {}
