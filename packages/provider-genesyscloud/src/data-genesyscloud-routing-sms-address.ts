import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** Exact name. */
  name: required('string'),
};

export interface DataGenesyscloudRoutingSmsAddressConfig extends Config<typeof schema> {}

/** An SMS address of the org, found by name. */
export class DataGenesyscloudRoutingSmsAddress extends dataSource(
  'genesyscloud_routing_sms_address',
  schema,
)<DataGenesyscloudRoutingSmsAddressConfig> {}
