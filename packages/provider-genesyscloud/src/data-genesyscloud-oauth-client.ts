import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudOauthClientConfig extends Config<typeof schema> {}

/** An OAuth client of the org, found by name. */
export class DataGenesyscloudOauthClient extends dataSource(
  'genesyscloud_oauth_client',
  schema,
)<DataGenesyscloudOauthClientConfig> {}
