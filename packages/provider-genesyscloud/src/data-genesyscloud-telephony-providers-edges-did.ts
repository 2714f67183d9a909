import { dataSource } from './base/resource';
import { type Config, required } from './base/schema';

const schema = {
  /** The number, in E.164. */
  phoneNumber: required('string'),
};

export interface DataGenesyscloudTelephonyProvidersEdgesDidConfig extends Config<typeof schema> {}

/** A phone number of the org. */
export class DataGenesyscloudTelephonyProvidersEdgesDid extends dataSource(
  'genesyscloud_telephony_providers_edges_did',
  schema,
)<DataGenesyscloudTelephonyProvidersEdgesDidConfig> {}
