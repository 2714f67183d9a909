import { optional, seconds, string } from '../../src';
import {
  at,
  authResponse,
  basicAuth,
  constant,
  credential,
  customAuth,
  dataAction,
  secret,
  text,
  url,
  userDefined,
  userDefinedOAuth,
  webServices,
} from '../../src/data-action';

/** Three databases that answer the same question in three ways. */
const input = { phoneNumber: string({ description: 'How the database writes numbers' }) };

const customer = {
  customerId: optional(string()),
  fullName: optional(string()),
  tier: string(),
  database: string(),
};

/** A key in a header; answers a list, an empty one for nobody. */
export const findInAlpha = dataAction({
  name: 'Find customer in Alpha',
  integration: webServices({
    name: 'Alpha',
    credential: userDefined({ apiKey: secret('alpha_api_key', 'API key of Alpha') }),
  }),
  input,
  output: customer,
  request: ({ phoneNumber }) => ({
    method: 'GET',
    url: url`https://alpha.example/customers?phone=${phoneNumber}`,
    headers: { 'X-Api-Key': credential('apiKey') },
  }),
  response: {
    customerId: at('$[0].id'),
    fullName: at('$[0].name'),
    tier: at('$[0].tier', { default: 'standard' }),
    database: constant('ALPHA'),
  },
  timeout: seconds(5),
});

/** Basic authentication; a JSON body. */
export const findInBeta = dataAction({
  name: 'Find customer in Beta',
  integration: webServices({
    name: 'Beta',
    credential: basicAuth({ userName: 'reader', password: secret('beta_password', 'Password of Beta') }),
  }),
  input,
  output: customer,
  request: ({ phoneNumber }) => ({
    method: 'POST',
    url: 'https://beta.example/search',
    body: { number: phoneNumber, limit: 1 },
  }),
  response: {
    customerId: at('$.match.reference'),
    fullName: at('$.match.person.displayName'),
    tier: at('$.match.contract.level', { default: 'standard' }),
    database: constant('BETA'),
  },
});

export const gamma = customAuth({
  integration: webServices({
    name: 'Gamma',
    credential: userDefinedOAuth({
      clientId: secret('gamma_client_id', 'OAuth client of Gamma'),
      clientSecret: secret('gamma_client_secret', 'Its secret'),
      loginUrl: 'https://login.gamma.example/token',
    }),
  }),
});

/** A token first; one person or status 404. */
export const findInGamma = dataAction({
  name: 'Find customer in Gamma',
  integration: gamma,
  input,
  output: customer,
  request: ({ phoneNumber }) => ({
    method: 'GET',
    url: url`https://gamma.example/v2/persons/${phoneNumber}`,
    headers: { Authorization: text`Bearer ${authResponse('access_token')}` },
  }),
  response: {
    customerId: at('$.personId'),
    fullName: at('$.fullName'),
    tier: at('$.segment', { default: 'standard' }),
    database: constant('GAMMA'),
  },
});
