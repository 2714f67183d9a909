import { customer, lookupInput } from '../../data-actions/customer';
import { type DataAction, type Definition, type Integration, requiredPermissions, type Secret } from 'flowcdk';
import { render, type Template } from 'flowcdk/templates';
import { definitionsOf, shippedSettings } from '../private/shipped';

const definitions = definitionsOf(shippedSettings());

const isDataAction = (definition: Definition): definition is DataAction => definition.definition === 'dataAction';
const isIntegration = (definition: Definition): definition is Integration => definition.definition === 'integration';

const dataActions = definitions.filter(isDataAction);
const lookups = dataActions.filter(({ name }) => name.startsWith('Find customer'));

/** A template as the platform gets it, with names where ids will be. */
const written = (template: Template) => render(template, ({ name }) => `<id of ${name}>`);

function requestOf(name: string) {
  const [action] = dataActions.filter((candidate) => candidate.name === name);
  if (!action) throw new Error(`the application has no data action ${name}`);
  const { method, url, headers, body } = action.request;
  return {
    method,
    url: written(url),
    headers: Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, written(value)])),
    ...(body ? { body: written(body) } : {}),
  };
}

test('these are the data actions of the application, with how long each may take', () => {
  expect(dataActions.map(({ name, timeoutSeconds }) => [name, timeoutSeconds])).toEqual([
    ['Find customer in Alpha', 5],
    ['Find customer in Beta', 5],
    ['Find customer in Gamma', 8],
    ['Launch identification', 5],
    ['Post finished call', 10],
  ]);
});

test.each(definitions.map(({ name, problems = [] }) => [name, problems] as const))(
  'nothing is wrong with %s',
  (_, problems) => {
    expect(problems).toEqual([]);
  },
);

test.each(lookups.map((lookup) => [lookup.name, lookup] as const))(
  '%s is asked, and answers, in the same terms as the others',
  (_, { input, outputs }) => {
    expect(input).toEqual(lookupInput);
    expect(outputs).toEqual(customer);
  },
);

test.each([
  [
    'Find customer in Alpha',
    {
      method: 'GET',
      url: 'https://alpha.customers.example/customers?phone=${esc.url($input.phoneNumber)}',
      headers: { 'X-Api-Key': '${credentials.apiKey}' },
    },
  ],
  [
    'Find customer in Beta',
    {
      method: 'POST',
      url: 'https://beta.customers.example/search',
      headers: { 'Content-Type': 'application/json' },
      body: '{"criteria": {"phone": "${esc.jsonEncode($input.phoneNumber)}"}, "limit": 1}',
    },
  ],
  [
    'Find customer in Gamma',
    {
      method: 'GET',
      url: 'https://gamma.customers.example/v2/persons/${esc.uriEncode($input.phoneNumber)}',
      headers: { Authorization: 'Bearer ${authResponse.access_token}' },
    },
  ],
  [
    'Launch identification',
    {
      method: 'POST',
      url: '/api/v2/flows/executions',
      headers: { 'Content-Type': 'application/json' },
      body: '{"flowId": "<id of identify-caller>", "inputData": {"Flow.conversationId": "${esc.jsonEncode($input.conversationId)}", "Flow.callerNumber": "${esc.jsonEncode($input.callerNumber)}"}}',
    },
  ],
])('%s: the request', (name, request) => {
  expect(requestOf(name)).toEqual(request);
});

test('the report to the back office: its fields in their spelling, what is unknown left out', () => {
  const { body = '', ...request } = requestOf('Post finished call');

  expect(request).toEqual({
    method: 'POST',
    url: 'https://backoffice.northwind.example/customers/supportResult',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': '${input.idempotencyKey}' },
  });
  expect([...body.matchAll(/"(\w+)": "/g)].map(([, field]) => field)).toEqual([
    'conversationId',
    'eventTime',
    'direction',
    'mediaType',
    'ani',
    'subject',
    'wrapupCode',
    'userId',
  ]);
  expect([...body.matchAll(/#if\("\$!\{input\.(\w+)\}" != ""\)/g)].map(([, field]) => field)).toEqual([
    'ani',
    'subject',
    'wrapupCode',
  ]);
});

test.each([
  ['Customer database Alpha', 'userDefined', { apiKey: 'alpha_api_key' }],
  ['Customer database Beta', 'basicAuth', { userName: 'beta_user_name', password: 'beta_password' }],
  [
    'Customer database Gamma',
    'userDefinedOAuth',
    {
      clientId: 'gamma_client_id',
      clientSecret: 'gamma_client_secret',
      loginUrl: 'https://login.gamma.customers.example/oauth/token',
    },
  ],
  ['Back office', 'basicAuth', { userName: 'back_office_user_name', password: 'back_office_password' }],
  ['Flow launcher', undefined, {}],
])('%s signs in with %s: every secret is a variable', (name, type, fields) => {
  const [integration] = definitions.filter(isIntegration).filter((candidate) => candidate.name === name);
  const secrets = Object.entries((integration?.credential?.fields ?? {}) as Readonly<Record<string, Secret | string>>);

  expect(integration?.credential?.type).toBe(type);
  expect(
    Object.fromEntries(secrets.map(([key, value]) => [key, typeof value === 'string' ? value : value.name])),
  ).toEqual(fields);
});

test('the launch may launch flows and nothing else', () => {
  const [launcher] = definitions.filter(isIntegration).filter(({ name }) => name === 'Flow launcher');
  const launches = dataActions.filter(({ integration }) => integration.name === 'Flow launcher');

  // Without permissions of its own, the client gets what its data actions need.
  expect(launcher?.permissions).toBeUndefined();
  expect(requiredPermissions(launches)).toEqual({ permissions: ['architect:flow:launch'], unknown: [] });
});
