import {
  at,
  base64,
  credential,
  customAuth,
  genesysCloud,
  secret,
  text,
  userDefined,
  userDefinedOAuth,
  webServices,
} from '../../src/data-action';
import { existing } from '../../src/routing';
import { integrationTypes, render } from '../../src/data-action';
import { gamma } from './private-databases';
import { errorsOf } from './private-probe';

test('web services hold a credential whose secrets only Terraform knows', () => {
  const credentials = userDefined({ apiKey: secret('alpha_api_key', 'API key of Alpha'), tenant: 'north' });

  expect(webServices({ name: 'Alpha', credential: credentials, notes: 'Read only' })).toMatchObject({
    definition: 'integration',
    integration: 'webServices',
    name: 'Alpha',
    notes: 'Read only',
    credential: {
      type: 'userDefined',
      fields: { apiKey: { kind: 'secret', name: 'alpha_api_key', description: 'API key of Alpha' }, tenant: 'north' },
    },
    problems: [],
  });
});

test('Genesys Cloud gets an OAuth client with these permissions and no others', () => {
  expect(genesysCloud({ name: 'Flow launcher', permissions: ['architect:flow:launch'] })).toMatchObject({
    integration: 'genesysCloud',
    permissions: ['architect:flow:launch'],
    problems: [],
  });
});

test('an existing integration is found by its name', () => {
  expect(existing('integration', 'CRM')).toMatchObject({ integration: 'webServices', name: 'CRM', existing: true });
  expect(existing('integration', 'Cloud', { integration: 'genesysCloud' })).toMatchObject({
    integration: 'genesysCloud',
    existing: true,
  });
});

test.each([
  ['webServices', 'custom-rest-actions'],
  ['genesysCloud', 'purecloud-data-actions'],
] as const)('%s is the type %s of the platform', (kind, type) => {
  expect(integrationTypes[kind]).toBe(type);
});

describe('custom authentication', () => {
  const auth = gamma.customAuth;

  test('asks for a token with client credentials, form-encoded', () => {
    expect(auth?.name).toBe('Gamma authentication');
    expect(auth?.request.method).toBe('POST');
    expect(auth && render(auth.request.url, () => '')).toBe('${credentials.loginUrl}');
    expect(auth?.request.body && render(auth.request.body, () => '')).toBe(
      'grant_type=client_credentials&client_id=${esc.url($credentials.clientId)}&client_secret=${esc.url($credentials.clientSecret)}',
    );
  });

  test('hands over the token', () => {
    expect(auth?.response).toEqual({
      translationMap: { access_token: '$.access_token' },
      translationMapDefaults: {},
      successTemplate: '{"access_token": ${access_token}}',
    });
    expect(auth?.tokens).toEqual(['access_token']);
  });

  test('may ask in another way and hand over more', () => {
    const { customAuth: other } = customAuth({
      name: 'Sign in',
      integration: webServices({
        name: 'Delta',
        credential: userDefinedOAuth({
          clientId: 'flows',
          clientSecret: secret('delta_secret', 'Secret of Delta'),
          loginUrl: 'https://delta.example/token',
          scope: 'read',
        }),
      }),
      request: {
        method: 'POST',
        url: credential('loginUrl'),
        headers: {
          Authorization: text`Basic ${base64(text`${credential('clientId')}:${credential('clientSecret')}`)}`,
        },
        body: { scope: credential('scope') },
      },
      response: { access_token: at('$.token.value'), token_type: at('$.token.type', { default: 'Bearer' }) },
    });

    expect(other?.tokens).toEqual(['access_token', 'token_type']);
    expect(other?.request.body && render(other.request.body, () => '')).toBe(
      '{"scope": "${esc.jsonEncode($credentials.scope)}"}',
    );
  });
});

test.each([
  ['no name', webServices({ name: ' ' }), ['integration-name']],
  ['a name that is too long for a category', webServices({ name: 'x'.repeat(257) }), ['name-too-long']],
  ['a name Terraform takes for functions', webServices({ name: 'My Function_Data-Action' }), ['function-category']],
  [
    'a field templates cannot name',
    webServices({ name: 'A', credential: userDefined({ 'api key': 'k' }) }),
    ['credential-field'],
  ],
  [
    'a secret that is no variable',
    webServices({ name: 'A', credential: userDefined({ key: secret('API-Key', '') }) }),
    ['secret-name'],
  ],
  ['a permission that is none', genesysCloud({ name: 'A', permissions: ['architect:flow:'] }), ['permission']],
])('refuses %s', (_, integration, rules) => {
  expect(errorsOf(integration)).toEqual(rules);
});
