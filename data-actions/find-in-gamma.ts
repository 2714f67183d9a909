import { customAuth, dataAction, secret, userDefinedOAuth, webServices } from 'flowcdk';
import { at, authResponse, constant, text, url } from 'flowcdk/templates';
import { customer, type Database, lookupInput } from './customer';

/** Gamma wants a token, which it gives for client credentials at `loginUrl`. */
export const gamma = ({ loginUrl }: { readonly loginUrl: string }) =>
  customAuth({
    integration: webServices({
      name: 'Customer database Gamma',
      credential: userDefinedOAuth({
        clientId: secret('gamma_client_id', 'OAuth client id at customer database Gamma'),
        clientSecret: secret('gamma_client_secret', 'OAuth client secret at customer database Gamma'),
        loginUrl,
      }),
    }),
  });

export interface DatabaseGamma extends Database {
  readonly integration: ReturnType<typeof gamma>;
}

/**
 * Asks Gamma, which answers one person, or status 404 where it knows nobody:
 *
 *     GET /v2/persons/33142685300
 *     {"personId": "G-3", "fullName": "…", "segment": "gold", "preferences": {"language": "fr-fr"}}
 */
export const findInGamma = ({ baseUrl, timeout, integration }: DatabaseGamma) =>
  dataAction({
    name: 'Find customer in Gamma',
    integration,
    input: lookupInput,
    output: customer,
    request: ({ phoneNumber }) => ({
      method: 'GET',
      url: url`${baseUrl}/v2/persons/${phoneNumber}`,
      headers: { Authorization: text`Bearer ${authResponse('access_token')}` },
    }),
    response: {
      customerId: at('$.personId'),
      fullName: at('$.fullName'),
      tier: at('$.segment'),
      preferredLanguage: at('$.preferences.language'),
      database: constant('Gamma'),
    },
    timeout,
  });
