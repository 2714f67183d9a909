import { boolean, callData, endWorkflow, integer, list, oneOf, string, workflow } from '../../src';
import {
  at,
  authResponse,
  base64,
  basicAuth,
  constant,
  credential,
  customAuth,
  dataAction,
  first,
  form,
  genesysCloud,
  launchWorkflow,
  object,
  secret,
  text,
  url,
  userDefined,
  webServices,
} from '../../src/data-action';
import { findInAlpha, gamma } from './private-databases';

/** Each of these is refused by the compiler; `tsc` runs over this file with the tests. */
test('what does not compile', () => {
  const integration = webServices({ name: 'A', credential: userDefined({ apiKey: 'k' }) });
  const open = webServices({ name: 'Open' });
  const base = { name: 'A', integration, input: {}, output: {} };
  const get = { method: 'GET', url: 'https://a.example/' } as const;

  // @ts-expect-error inputs are flat
  dataAction({ ...base, input: { tags: list(string()) }, request: () => get });
  // @ts-expect-error inputs are flat
  dataAction({ ...base, input: { person: object({ name: string() }) }, request: () => get });
  const input = { name: string() };
  // @ts-expect-error no such input
  const misspelt = dataAction({ ...base, input, request: ({ nmae }) => ({ ...get, query: { nmae } }) });
  // @ts-expect-error GET has no body
  dataAction({ ...base, request: () => ({ ...get, body: {} }) });
  // @ts-expect-error no such method
  dataAction({ ...base, request: () => ({ ...get, method: 'HEAD' }) });

  // @ts-expect-error the credential has no such field
  dataAction({ ...base, request: () => ({ ...get, headers: { K: credential('apikey') } }) });
  // @ts-expect-error nor inside a text
  dataAction({ ...base, request: () => ({ ...get, headers: { K: text`x ${credential('apikey')}` } }) });
  // @ts-expect-error nor in Base64
  dataAction({ ...base, request: () => ({ ...get, headers: { K: base64(text`${credential('apikey')}:`) } }) });
  // @ts-expect-error nor in a URL
  dataAction({ ...base, request: () => ({ ...get, url: url`https://a.example/${credential('apikey')}` }) });
  // @ts-expect-error nor deep in a body
  dataAction({ ...base, request: () => ({ ...get, method: 'POST', body: { a: { b: credential('apikey') } } }) });
  // @ts-expect-error nor in a form
  dataAction({ ...base, request: () => ({ ...get, method: 'POST', body: form({ k: credential('apikey') }) }) });
  // @ts-expect-error an open service has no credential
  dataAction({ ...base, integration: open, request: () => ({ ...get, headers: { K: credential('apiKey') } }) });
  // @ts-expect-error the integration asks for no token
  dataAction({ ...base, request: () => ({ ...get, headers: { K: authResponse('access_token') } }) });
  // @ts-expect-error its token answer has no such field
  dataAction({ ...base, integration: gamma, request: () => ({ ...get, headers: { K: authResponse('token') } }) });
  // @ts-expect-error a URL is no header
  dataAction({ ...base, request: () => ({ ...get, headers: { K: url`https://a.example/` } }) });

  const output = { id: string(), count: integer(), known: boolean(), tier: oneOf(['gold', 'silver']) };
  const response = { id: at('$.id'), count: at('$.count'), known: at('$.known'), tier: at('$.tier') };
  const request = () => get;
  // @ts-expect-error an output has no source
  dataAction({ ...base, output, request, response: { id: at('$.id'), count: at('$.count'), known: at('$.known') } });
  // @ts-expect-error there is no such output
  dataAction({ ...base, output, request, response: { ...response, nmae: at('$.name') } });
  // @ts-expect-error a default of another type
  dataAction({ ...base, output, request, response: { ...response, count: at('$.count', { default: '0' }) } });
  // @ts-expect-error a default that is none of the values
  dataAction({ ...base, output, request, response: { ...response, tier: first('$..tier', { default: 'bronze' }) } });
  // @ts-expect-error a constant of another type
  dataAction({ ...base, output, request, response: { ...response, known: constant('yes') } });

  // @ts-expect-error a password is a secret
  basicAuth({ userName: 'me', password: 'hunter2' });
  // @ts-expect-error a permission has three parts
  genesysCloud({ name: 'Cloud', permissions: ['architect:launch'] });
  // @ts-expect-error custom authentication needs userDefinedOAuth
  customAuth({ integration });
  // @ts-expect-error it needs a credential at all
  customAuth({ integration: open });

  const tagging = workflow({ name: 'tag', inputs: { tags: list(string()) }, actions: () => [endWorkflow()] });
  const cloud = genesysCloud({ name: 'Cloud', permissions: ['architect:flow:launch'] });
  // @ts-expect-error a data action cannot give a list
  launchWorkflow({ name: 'Launch', integration: cloud, workflow: tagging });
  const greeting = workflow({ name: 'greet', inputs: { name: string() }, actions: () => [endWorkflow()] });
  // @ts-expect-error only Genesys Cloud launches workflows
  launchWorkflow({ name: 'Launch', integration, workflow: greeting });
  const launch = launchWorkflow({ name: 'Launch', integration: cloud, workflow: greeting });

  workflow({
    name: 'caller',
    variables: { count: integer(), id: string() },
    actions: ({ count, id }) => [
      // @ts-expect-error a misspelt input
      callData('Find', findInAlpha, { inputs: { phone: id } }),
      // @ts-expect-error an output bound to a variable of another type
      callData('Find', findInAlpha, { inputs: { phoneNumber: id }, outputs: { customerId: count } }),
      // @ts-expect-error a launch without the workflow's inputs
      callData('Launch', launch, { inputs: {} }),
      callData('Launch', launch, { inputs: { name: id }, outputs: { executionId: id } }),
    ],
  });
  expect(misspelt.problems.map(({ rule }) => rule)).toEqual(['input-unknown', 'input-unused']);
  expect(secret('name', 'What it is')).toEqual({ kind: 'secret', name: 'name', description: 'What it is' });
});
