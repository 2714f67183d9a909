import { resource } from './base/resource';
import { type Config, optional, required } from './base/schema';

const schema = {
  /** Name seen in the org. A change makes a new address. */
  name: optional('string'),
  /** Street and number. A change makes a new address. */
  street: required('string'),
  /** A change makes a new address. */
  city: required('string'),
  /** State, province or region. A change makes a new address. */
  region: required('string'),
  /** A change makes a new address. */
  postalCode: required('string'),
  /** Two letters, ISO 3166-1. A change makes a new address. */
  countryCode: required('string'),
  /** Let the service correct the address; it does when left out. A change makes a new address. */
  autoCorrectAddress: optional('bool'),
};

export interface RoutingSmsAddressConfig extends Config<typeof schema> {}

/** A postal address that the law of some countries wants for SMS numbers. Any change makes a new one. */
export class RoutingSmsAddress extends resource('genesyscloud_routing_sms_address', schema)<RoutingSmsAddressConfig> {}
