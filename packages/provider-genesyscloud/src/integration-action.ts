import { resource } from './base/resource';
import { type Config } from './base/schema';
import { integrationAction } from './tables/integration-action';

export interface IntegrationActionConfig extends Config<typeof integrationAction> {}

/** A data action: a published REST call with a contract. Architect names it by category and name. */
export class IntegrationAction extends resource(
  'genesyscloud_integration_action',
  integrationAction,
)<IntegrationActionConfig> {}
