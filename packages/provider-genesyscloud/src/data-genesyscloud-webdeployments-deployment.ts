import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudWebdeploymentsDeploymentConfig extends Config<typeof schema> {}

/** A web messaging deployment of the org, found by name. */
export class DataGenesyscloudWebdeploymentsDeployment extends dataSource(
  'genesyscloud_webdeployments_deployment',
  schema,
)<DataGenesyscloudWebdeploymentsDeploymentConfig> {}
