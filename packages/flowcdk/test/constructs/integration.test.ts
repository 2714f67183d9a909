import {
  basicAuth,
  customAuth,
  dataAction,
  genesysCloud,
  secret,
  userDefined,
  userDefinedOAuth,
  webServices,
} from '../../src';
import { at } from '../../src/templates';
import { stackOf } from './private/stack';

const apiKey = secret('api_key', 'Key of the database');

test('web services sign in with a credential whose secrets only Terraform knows', () => {
  const services = webServices({ name: 'Database', credential: userDefined({ apiKey, tenant: 'northwind' }) });

  expect(stackOf([services])).toMatchObject({
    resource: {
      genesyscloud_integration_credential: {
        database: {
          name: 'Database',
          credential_type_name: 'userDefined',
          fields: { apiKey: '${var.api_key}', tenant: 'northwind' },
        },
      },
      genesyscloud_integration: {
        database: {
          integration_type: 'custom-rest-actions',
          intended_state: 'ENABLED',
          config: {
            name: 'Database',
            properties: '{}',
            advanced: '{}',
            credentials: { basicAuth: '${genesyscloud_integration_credential.database.id}' },
          },
        },
      },
    },
    variable: { api_key: { type: 'string', sensitive: true, description: 'Key of the database' } },
  });
});

test('open services have neither credential nor variable', () => {
  const { resource, variable } = stackOf([webServices({ name: 'Weather' })]);

  expect(Object.keys(resource ?? {})).toEqual(['genesyscloud_integration']);
  expect(resource?.['genesyscloud_integration']?.['weather']).not.toHaveProperty('config.credentials');
  expect(variable).toBeUndefined();
});

test('a secret that two integrations share is asked for once', () => {
  const password = secret('password', 'Password of both');
  const [first, two] = ['One', 'Two'].map((name) =>
    webServices({ name, credential: basicAuth({ userName: 'flowcdk', password }) }),
  );
  const { variable, resource } = stackOf([first, two].filter((integration) => integration !== undefined));

  expect(Object.keys(variable ?? {})).toEqual(['password']);
  expect(resource?.['genesyscloud_integration_credential']).toMatchObject({
    one: { credential_type_name: 'basicAuth', fields: { userName: 'flowcdk', password: '${var.password}' } },
    two: { credential_type_name: 'basicAuth', fields: { userName: 'flowcdk', password: '${var.password}' } },
  });
});

test('a description of a secret is no template of Terraform', () => {
  const services = webServices({
    name: 'Database',
    credential: userDefined({ key: secret('key', 'Sent as ${credentials.key}') }),
  });

  expect(stackOf([services]).variable).toMatchObject({ key: { description: 'Sent as $${credentials.key}' } });
});

test("Genesys Cloud's own API is called by an OAuth client that may do what is declared and nothing else", () => {
  const launcher = genesysCloud({
    name: 'Launcher',
    permissions: ['routing:queue:view', 'architect:flow:launch', 'architect:flow:view', 'architect:flow:launch'],
  });

  expect(stackOf([launcher])).toMatchObject({
    resource: {
      genesyscloud_auth_role: {
        launcher: {
          name: 'Launcher integration',
          description: 'Only what the data actions of the integration need',
          permission_policies: [
            { domain: 'architect', entity_name: 'flow', action_set: ['launch', 'view'] },
            { domain: 'routing', entity_name: 'queue', action_set: ['view'] },
          ],
        },
      },
      genesyscloud_oauth_client: {
        launcher: {
          name: 'Launcher integration',
          authorized_grant_type: 'CLIENT-CREDENTIALS',
          roles: [
            {
              role_id: '${genesyscloud_auth_role.launcher.id}',
              division_id: '${data.genesyscloud_auth_division_home.launcher.id}',
            },
          ],
          integration_credential_name: 'Launcher integration',
        },
      },
      genesyscloud_integration: {
        launcher: {
          integration_type: 'purecloud-data-actions',
          intended_state: 'ENABLED',
          config: {
            credentials: { pureCloudOAuthClient: '${genesyscloud_oauth_client.launcher.integration_credential_id}' },
          },
        },
      },
    },
    data: { genesyscloud_auth_division_home: { launcher: {} } },
  });
});

test('the secret of that client goes into no file: it is neither shown nor asked for', () => {
  const { text, variable } = stackOf([genesysCloud({ name: 'Launcher', permissions: ['architect:flow:launch'] })]);

  expect(variable).toBeUndefined();
  expect(text).not.toMatch(/client_secret|expose_client_secret/);
});

const gamma = customAuth({
  integration: webServices({
    name: 'Gamma',
    credential: userDefinedOAuth({
      clientId: secret('client_id', 'Id'),
      clientSecret: secret('client_secret', 'Secret'),
      loginUrl: 'https://login.example/token',
    }),
  }),
  response: { access_token: at('$.token.value') },
});

test('an integration that asks for tokens gets its token request', () => {
  expect(stackOf([gamma]).resource?.['genesyscloud_integration_custom_auth_action']).toEqual({
    gamma: {
      integration_id: '${genesyscloud_integration.gamma.id}',
      name: 'Gamma authentication',
      config_request: {
        request_url_template: '$${credentials.loginUrl}',
        request_type: 'POST',
        request_template: expect.stringMatching(/^grant_type=client_credentials&client_id=\$\$\{esc\.url\(/),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      },
      config_response: {
        translation_map: { access_token: '$.token.value' },
        success_template: expect.stringContaining('$${access_token}'),
      },
    },
  });
});

test('data actions wait for the token request too, which the id of the integration does not say', () => {
  const action = dataAction({
    name: 'Ping',
    integration: gamma,
    input: {},
    output: {},
    request: () => ({ method: 'GET', url: 'https://gamma.example/ping' }),
  });

  expect(stackOf([gamma, action]).resource?.['genesyscloud_integration_action']?.['ping']).toMatchObject({
    depends_on: ['genesyscloud_integration_custom_auth_action.gamma'],
    integration_id: '${genesyscloud_integration.gamma.id}',
  });
});
