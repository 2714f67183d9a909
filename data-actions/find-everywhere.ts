import { dataAction, webServices } from 'flowcdk';
import { at, url } from 'flowcdk/templates';
import { customer, type Database, lookupInput } from './customer';

export interface Everywhere extends Database {
  /** What is asked: `function`, `service`. */
  readonly name: string;
}

/**
 * Asks something that asks all three databases at once: a function or a service of our own.
 *
 *     GET /identify?phone=%2B33142685300
 *     {"customerId": "A-1", "fullName": "…", "tier": "gold", "preferredLanguage": "fr-fr", "database": "Alpha"}
 *
 * A function of the platform is uploaded as a program, which Terraform cannot do; here both are asked over HTTP, with
 * the same contract and the same limits.
 */
export const findEverywhere = ({ name, baseUrl, timeout }: Everywhere) =>
  dataAction({
    name: `Find customer by ${name}`,
    integration: webServices({ name: `Lookup ${name}` }),
    input: lookupInput,
    output: customer,
    request: ({ phoneNumber }) => ({ method: 'GET', url: url`${baseUrl}/identify?phone=${phoneNumber}` }),
    response: {
      customerId: at('$.customerId'),
      fullName: at('$.fullName'),
      tier: at('$.tier'),
      preferredLanguage: at('$.preferredLanguage'),
      database: at('$.database'),
    },
    timeout,
  });
