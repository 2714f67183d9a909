import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudRoutingWrapupcodeConfig extends Config<typeof schema> {}

/** A wrap-up code of the org, found by name. */
export class DataGenesyscloudRoutingWrapupcode extends dataSource(
  'genesyscloud_routing_wrapupcode',
  schema,
)<DataGenesyscloudRoutingWrapupcodeConfig> {}
