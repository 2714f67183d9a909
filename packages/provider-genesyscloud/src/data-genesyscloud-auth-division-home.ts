import { dataSource } from './base/resource';
import { type Config, optionalComputed } from './base/schema';

const schema = {
  /** Leave out; read it for the name. */
  name: optionalComputed('string'),
  /** Leave out; read it for the description. */
  description: optionalComputed('string'),
};

export interface DataGenesyscloudAuthDivisionHomeConfig extends Config<typeof schema> {}

/** The home division of the org. */
export class DataGenesyscloudAuthDivisionHome extends dataSource(
  'genesyscloud_auth_division_home',
  schema,
)<DataGenesyscloudAuthDivisionHomeConfig> {}
