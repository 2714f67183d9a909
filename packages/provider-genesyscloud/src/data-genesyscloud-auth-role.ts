import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudAuthRoleConfig extends Config<typeof schema> {}

/** A role of the org, found by name. */
export class DataGenesyscloudAuthRole extends dataSource(
  'genesyscloud_auth_role',
  schema,
)<DataGenesyscloudAuthRoleConfig> {}
