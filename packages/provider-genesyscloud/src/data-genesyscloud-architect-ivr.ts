import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudArchitectIvrConfig extends Config<typeof schema> {}

/** An IVR configuration of the org, found by name. */
export class DataGenesyscloudArchitectIvr extends dataSource(
  'genesyscloud_architect_ivr',
  schema,
)<DataGenesyscloudArchitectIvrConfig> {}
