import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudGroupConfig extends Config<typeof schema> {}

/** A group of the org, found by name. */
export class DataGenesyscloudGroup extends dataSource('genesyscloud_group', schema)<DataGenesyscloudGroupConfig> {}
