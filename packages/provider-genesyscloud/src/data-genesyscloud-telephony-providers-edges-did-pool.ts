import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** First number, in E.164. */
  startPhoneNumber: required('string'),
  /** Last number, in E.164. */
  endPhoneNumber: required('string'),
};

export interface DataGenesyscloudTelephonyProvidersEdgesDidPoolConfig extends Config<typeof schema> {}

/** A range of phone numbers of the org, found by its ends. */
export class DataGenesyscloudTelephonyProvidersEdgesDidPool extends dataSource(
  'genesyscloud_telephony_providers_edges_did_pool',
  schema,
)<DataGenesyscloudTelephonyProvidersEdgesDidPoolConfig> {}
