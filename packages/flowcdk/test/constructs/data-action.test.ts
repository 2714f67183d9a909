import {
  dataAction,
  endWorkflow,
  existing,
  genesysCloud,
  launchWorkflow,
  optional,
  secret,
  seconds,
  string,
  userDefined,
  webServices,
  workflow,
} from '../../src';
import { at, constant, credential, url } from '../../src/templates';
import { stackOf } from './private/stack';

const databases = webServices({
  name: 'Customer databases',
  credential: userDefined({ apiKey: secret('api_key', 'Key') }),
});

const findCustomer = dataAction({
  name: 'Find customer',
  integration: databases,
  input: { phoneNumber: string() },
  output: { customerId: optional(string()), database: string() },
  request: ({ phoneNumber }) => ({
    method: 'GET',
    url: url`https://databases.example/customers?phone=${phoneNumber}`,
    headers: { 'X-Api-Key': credential('apiKey') },
  }),
  response: { customerId: at('$[0].id'), database: constant('Main') },
  timeout: seconds(5),
});

test('a data action, with the templates of the platform kept from Terraform', () => {
  expect(stackOf([databases, findCustomer]).resource?.['genesyscloud_integration_action']).toEqual({
    'find-customer': {
      name: 'Find customer',
      category: 'Customer databases',
      integration_id: '${genesyscloud_integration.customer-databases.id}',
      depends_on: ['genesyscloud_integration.customer-databases'],
      secure: false,
      config_timeout_seconds: 5,
      contract_input: JSON.stringify({
        $schema: 'http://json-schema.org/draft-04/schema#',
        title: 'input',
        type: 'object',
        properties: { phoneNumber: { type: 'string' } },
        required: ['phoneNumber'],
        additionalProperties: true,
      }),
      contract_output: JSON.stringify({
        $schema: 'http://json-schema.org/draft-04/schema#',
        title: 'output',
        type: 'object',
        properties: { customerId: { type: 'string' }, database: { type: 'string' } },
        required: ['database'],
        additionalProperties: true,
      }),
      config_request: {
        request_url_template: 'https://databases.example/customers?phone=$${esc.url($input.phoneNumber)}',
        request_type: 'GET',
        headers: { 'X-Api-Key': '$${credentials.apiKey}' },
      },
      config_response: expect.objectContaining({
        translation_map: { customerId: '$[0].id' },
        success_template: expect.stringContaining('"customerId": $${customerId}'),
      }),
    },
  });
});

test('the id of a workflow stays a reference of Terraform in the midst of templates', () => {
  const identify = workflow({ name: 'Identify', inputs: { caller: string() }, actions: () => [endWorkflow()] });
  const launcher = genesysCloud({ name: 'Launcher', permissions: ['architect:flow:launch'] });
  const launch = launchWorkflow({ name: 'Launch', integration: launcher, workflow: identify });

  expect(stackOf([launch, launcher, identify]).resource?.['genesyscloud_integration_action']).toMatchObject({
    launch: {
      config_request: {
        request_url_template: '/api/v2/flows/executions',
        request_type: 'POST',
        request_template:
          '{"flowId": "${genesyscloud_flow.identify.id}", "inputData": {"Flow.caller": "$${esc.jsonEncode($input.caller)}"}}',
      },
    },
  });
});

test.each([
  ['a template of Terraform', 'Costs ${price}', 'Costs $${price}'],
  ['a directive of Terraform', 'Up to 50%{off}', 'Up to 50%%{off}'],
  ['both', '${a}%{b}', '$${a}%%{b}'],
  ['neither', 'Price in $ or %, {net}', 'Price in $ or %, {net}'],
])('a text with what looks like %s reaches the platform as it is', (_, name, written) => {
  const integration = webServices({ name, notes: name });
  const action = dataAction({
    name,
    integration,
    input: {},
    output: {},
    request: () => ({ method: 'GET', url: 'https://databases.example' }),
    response: {},
  });
  const { resource } = stackOf([integration, action]);
  const [written1] = Object.values(resource?.['genesyscloud_integration_action'] ?? {});
  const [written2] = Object.values(resource?.['genesyscloud_integration'] ?? {});

  expect(written1).toMatchObject({ name: written, category: written });
  expect(written2).toMatchObject({ config: { name: written, notes: written } });
});

test('an action of an integration that the organisation has is put there, and waits for nothing', () => {
  const integration = existing('integration', 'Shared services');
  const action = dataAction({
    name: 'Ping',
    integration,
    input: {},
    output: {},
    request: () => ({ method: 'GET', url: 'https://services.example/ping' }),
  });
  const { resource, data } = stackOf([action]);
  const ping = resource?.['genesyscloud_integration_action']?.['ping'];

  expect(data).toEqual({ genesyscloud_integration: { 'integration-shared-services': { name: 'Shared services' } } });
  expect(ping?.['integration_id']).toBe('${data.genesyscloud_integration.integration-shared-services.id}');
  expect(ping).not.toHaveProperty('depends_on');
});
