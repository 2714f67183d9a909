import { resource } from './base/resource';
import { type Config, optional, optionalComputed, required } from './base/schema';

const schema = {
  /** First number, in E.164. */
  startPhoneNumber: required('string'),
  /** Last number, in E.164. */
  endPhoneNumber: required('string'),
  /** What the numbers are for. */
  description: optional('string'),
  /** Notes for administrators. */
  comments: optional('string'),
  /** `PURE_CLOUD` or `PURE_CLOUD_VOICE`. */
  poolProvider: optionalComputed('string'),
};

export interface TelephonyProvidersEdgesDidPoolConfig extends Config<typeof schema> {}

/** A range of phone numbers the org may answer. It buys none. */
export class TelephonyProvidersEdgesDidPool extends resource(
  'genesyscloud_telephony_providers_edges_did_pool',
  schema,
)<TelephonyProvidersEdgesDidPoolConfig> {}
