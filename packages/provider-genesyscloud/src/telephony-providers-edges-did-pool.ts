import { resource } from './base/resource';
import { type Config } from './base/schema';
import { telephonyProvidersEdgesDidPool } from './tables/telephony-providers-edges-did-pool';

export interface TelephonyProvidersEdgesDidPoolConfig extends Config<typeof telephonyProvidersEdgesDidPool> {}

/** A range of phone numbers the org may answer. It buys none. */
export class TelephonyProvidersEdgesDidPool extends resource(
  'genesyscloud_telephony_providers_edges_did_pool',
  telephonyProvidersEdgesDidPool,
)<TelephonyProvidersEdgesDidPoolConfig> {}
