import { dataAction, secret, userDefined, webServices } from 'flowcdk';
import { at, constant, credential, url } from 'flowcdk/templates';
import { customer, type Database, lookupInput } from './customer';

/** Alpha signs in with a key in a header. */
export const alpha = webServices({
  name: 'Customer database Alpha',
  credential: userDefined({ apiKey: secret('alpha_api_key', 'API key of customer database Alpha') }),
});

/**
 * Asks Alpha, which answers a list; an empty one where it knows nobody:
 *
 *     GET /customers?phone=%2B33142685300
 *     [{ "id": "A-1", "name": "Ada Lambert", "tier": "gold", "language": "fr-fr" }]
 */
export const findInAlpha = ({ baseUrl, timeout }: Database) =>
  dataAction({
    name: 'Find customer in Alpha',
    integration: alpha,
    input: lookupInput,
    output: customer,
    request: ({ phoneNumber }) => ({
      method: 'GET',
      url: url`${baseUrl}/customers?phone=${phoneNumber}`,
      headers: { 'X-Api-Key': credential('apiKey') },
    }),
    response: {
      customerId: at('$[0].id'),
      fullName: at('$[0].name'),
      tier: at('$[0].tier'),
      preferredLanguage: at('$[0].language'),
      database: constant('Alpha'),
    },
    timeout,
  });
