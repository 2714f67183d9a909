import { resource } from './base/resource';
import { type Config } from './base/schema';
import { routingSmsAddress } from './tables/routing-sms-address';

export interface RoutingSmsAddressConfig extends Config<typeof routingSmsAddress> {}

/** A postal address that the law of some countries wants for SMS numbers. Any change makes a new one. */
export class RoutingSmsAddress extends resource(
  'genesyscloud_routing_sms_address',
  routingSmsAddress,
)<RoutingSmsAddressConfig> {}
