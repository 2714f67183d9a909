import { resource } from './base/resource';
import { type Config } from './base/schema';
import { integrationCredential } from './tables/integration-credential';

export interface IntegrationCredentialConfig extends Config<typeof integrationCredential> {}

/** What an integration signs in with. */
export class IntegrationCredential extends resource(
  'genesyscloud_integration_credential',
  integrationCredential,
)<IntegrationCredentialConfig> {}
