import { resource } from './base/resource';
import { type Config } from './base/schema';
import { webdeploymentsDeployment } from './tables/webdeployments-deployment';

export interface WebdeploymentsDeploymentConfig extends Config<typeof webdeploymentsDeployment> {}

/** A published web messaging configuration, to be embedded in web pages. */
export class WebdeploymentsDeployment extends resource(
  'genesyscloud_webdeployments_deployment',
  webdeploymentsDeployment,
)<WebdeploymentsDeploymentConfig> {}
