import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name; one with capitals may not be found. */
  name: required('string'),
};

export interface DataGenesyscloudAuthDivisionConfig extends Config<typeof schema> {}

/** A division of the org, found by name. For the home division use `DataGenesyscloudAuthDivisionHome`. */
export class DataGenesyscloudAuthDivision extends dataSource(
  'genesyscloud_auth_division',
  schema,
)<DataGenesyscloudAuthDivisionConfig> {}
