import { basicAuth, dataAction, secret, webServices } from 'flowcdk';
import { at, constant } from 'flowcdk/templates';
import { customer, type Database, lookupInput } from './customer';

/** Beta signs in with a user name and password. */
export const beta = webServices({
  name: 'Customer database Beta',
  credential: basicAuth({
    userName: secret('beta_user_name', 'User name at customer database Beta'),
    password: secret('beta_password', 'Password at customer database Beta'),
  }),
});

/**
 * Asks Beta, which wants national numbers and answers nested JSON; `"match": null` where it knows nobody:
 *
 *     POST /search {"criteria": {"phone": "0142685300"}, "limit": 1}
 *     {"match": {"reference": "B-2", "person": {"displayName": "…", "locale": "fr-fr"}, "contract": {"level": "gold"}}}
 */
export const findInBeta = ({ baseUrl, timeout }: Database) =>
  dataAction({
    name: 'Find customer in Beta',
    integration: beta,
    input: lookupInput,
    output: customer,
    request: ({ phoneNumber }) => ({
      method: 'POST',
      url: `${baseUrl}/search`,
      body: { criteria: { phone: phoneNumber }, limit: 1 },
    }),
    response: {
      customerId: at('$.match.reference'),
      fullName: at('$.match.person.displayName'),
      tier: at('$.match.contract.level'),
      preferredLanguage: at('$.match.person.locale'),
      database: constant('Beta'),
    },
    timeout,
  });
