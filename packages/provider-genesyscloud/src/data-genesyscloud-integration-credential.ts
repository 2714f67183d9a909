import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudIntegrationCredentialConfig extends Config<typeof schema> {}

/** A credential of the org, found by name. */
export class DataGenesyscloudIntegrationCredential extends dataSource(
  'genesyscloud_integration_credential',
  schema,
)<DataGenesyscloudIntegrationCredentialConfig> {}
