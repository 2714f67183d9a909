import { localOrg } from '../private/local-org';

const api = '/api/v2/integrations';

/** A data action that asks the API of the org, as a client with a role that has the given permissions. */
async function asking(
  url: string,
  client: 'with' | 'disabled' | 'without' = 'with',
  permissions = ['routing:queue:view'],
) {
  const org = localOrg();
  const role = await org.create('/api/v2/authorization/roles', { name: 'Looks', permissions });
  const { body } = await org.post('/api/v2/oauth/clients', {
    name: 'Data actions',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    roleDivisions: [{ roleId: role, divisionId: '*' }],
    ...(client === 'disabled' ? { state: 'disabled' } : {}),
  });
  const { id: clientId, secret } = body as { readonly id: string; readonly secret: string };
  const credential = await org.create(`${api}/credentials`, {
    name: 'Client',
    type: { name: 'pureCloudOAuthClient' },
    credentialFields: { clientId, clientSecret: secret },
  });
  const integrationId = await org.create(api, { integrationType: { id: 'purecloud-data-actions' } });
  await org.patch(`${api}/${integrationId}`, { intendedState: 'ENABLED' });
  if (client !== 'without') {
    await org.put(`${api}/${integrationId}/config/current`, {
      version: 1,
      name: 'Own API',
      credentials: { pureCloudOAuthClient: { id: credential } },
    });
  }
  const schema = { type: 'object', properties: {} };
  const id = await org.create(`${api}/actions`, {
    name: 'Ask',
    category: 'Own',
    integrationId,
    config: { request: { requestType: 'GET', requestUrlTemplate: url }, response: { successTemplate: '${rawResult}' } },
    contract: { input: { inputSchema: schema }, output: { successSchema: schema } },
  });
  return { org, id, execute: () => org.post(`${api}/actions/${id}/execute`, {}) };
}

test('a Genesys Cloud data action reads what its OAuth client may read', async () => {
  const { execute } = await asking('/api/v2/routing/queues?pageSize=5');
  expect(await execute()).toMatchObject({ status: 200, body: { entities: [], pageSize: 5 } });
});

test.each<[what: string, given: Parameters<typeof asking>, status: number, code: string, says: RegExp]>([
  [
    'a permission the client lacks',
    ['/api/v2/routing/queues', 'with', ['routing:skill:view']],
    403,
    'missing.permissions',
    /routing:queue:view/,
  ],
  ['no client', ['/api/v2/routing/queues', 'without'], 400, 'integration.not.usable', /has no OAuth client/],
  [
    'a client that is switched off',
    ['/api/v2/routing/queues', 'disabled'],
    400,
    'integration.not.usable',
    /is disabled/,
  ],
  ['an address the API does not have', ['/api/v2/nothing'], 501, 'not.implemented', /nothing/],
  [
    'an address that cannot be decoded',
    ['/api/v2/routing/queues/%zz'],
    400,
    'integration.not.usable',
    /a % that is no escape/,
  ],
])('it fails with %s', async (_, setting, status, code, says) => {
  const { execute } = await asking(...setting);
  const answer = await execute();
  expect(answer).toMatchObject({ status, body: { code, message: expect.stringMatching(says) as string } });
});

test('an absolute address is taken when the data action is made, and fails when it runs', async () => {
  // Whether the cloud refuses it earlier is not known.
  const { execute, org } = await asking('https://api.example.com/api/v2/routing/queues');
  const answer = await execute();

  expect(answer).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(/must begin with \/api\/\.$/) as string },
  });
  expect(org.runtime.log.events.filter(({ type }) => type === 'http.requested')).toEqual([]);
});

test('it cannot carry out data actions, which take their time: itself would never end', async () => {
  const { org, id, execute } = await asking('/api/v2/routing/queues', 'with', ['integrations:action:execute']);
  const changed = await org.patch(`${api}/actions/${id}`, {
    version: 1,
    config: { request: { requestType: 'POST', requestUrlTemplate: `${api}/actions/${id}/execute` } },
  });
  expect(changed.status).toBe(200);
  expect(await execute()).toMatchObject({ status: 501, body: { code: 'not.implemented' } });
  expect(org.runtime.log.events.filter(({ type }) => type === 'http.requested')).toHaveLength(1);
});
