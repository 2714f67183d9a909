import { resource } from './base/resource';
import { type Config } from './base/schema';
import { integrationCustomAuthAction } from './tables/integration-custom-auth-action';

export interface IntegrationCustomAuthActionConfig extends Config<typeof integrationCustomAuthAction> {}

/** The token request of a `custom-rest-actions` integration. It exists with the integration and is only changed here. */
export class IntegrationCustomAuthAction extends resource(
  'genesyscloud_integration_custom_auth_action',
  integrationCustomAuthAction,
)<IntegrationCustomAuthActionConfig> {}
