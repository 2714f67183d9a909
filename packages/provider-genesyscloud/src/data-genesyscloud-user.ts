import { dataSource } from './base/resource';
import { type Config, optional } from './base/schema';

const schema = {
  /** Email address; give this or the name. */
  email: optional('string'),
  /** Full name; give this or the email. */
  name: optional('string'),
};

export interface DataGenesyscloudUserConfig extends Config<typeof schema> {}

/** A user of the org, found by email or name. */
export class DataGenesyscloudUser extends dataSource('genesyscloud_user', schema)<DataGenesyscloudUserConfig> {}
