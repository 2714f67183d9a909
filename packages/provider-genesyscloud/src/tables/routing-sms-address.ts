import { unset } from '../base/api-column';
import { optional, required } from '../base/schema';

export const routingSmsAddress = {
  /** Name seen in the org. A change makes a new address. */
  name: optional('string', unset('')),
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
