import { resource } from './base/resource';
import { type Config } from './base/schema';
import { webdeploymentsConfiguration } from './tables/webdeployments-configuration';

export interface WebdeploymentsConfigurationConfig extends Config<typeof webdeploymentsConfiguration> {}

/** What web messaging looks like and does. Every change publishes a new version. */
export class WebdeploymentsConfiguration extends resource(
  'genesyscloud_webdeployments_configuration',
  webdeploymentsConfiguration,
)<WebdeploymentsConfigurationConfig> {}
