import { workflowYaml } from './private/flows';
import { entitiesOf, localOrg, messageOf } from './private/local-org';

const queues = '/api/v2/routing/queues';
const grant = 'grant_type=client_credentials';

interface Policy {
  readonly domain: string;
  readonly entityName: string;
  readonly actionSet: readonly string[];
}

/** An org that enforces permissions, two divisions with a queue each, and ways to become somebody who may little. */
async function strictOrg() {
  const org = localOrg({ enforcePermissions: true });
  const home = String((await org.get('/api/v2/authorization/divisions/home')).body?.['id' as never]);
  const other = await org.create('/api/v2/authorization/divisions', { name: 'Other' });
  const here = await org.create(queues, { name: 'Here' });
  const there = await org.create(queues, { name: 'There', division: { id: other } });

  const role = (...permissionPolicies: readonly Policy[]) =>
    org.create('/api/v2/authorization/roles', { name: `Role ${org.org.newId()}`, permissionPolicies });

  const as = (token: string) => ({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  });

  /** The headers of an OAuth client with a role in a division. */
  const client = async (roleId: string, divisionId?: string) => {
    const { id, secret } = (
      await org.post('/api/v2/oauth/clients', {
        name: 'Client',
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        roleDivisions: [{ roleId, ...(divisionId === undefined ? {} : { divisionId }) }],
      })
    ).body as { readonly id: string; readonly secret: string };
    const basic = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
    const { body } = await org.send('POST', '/oauth/token', grant, basic);
    return as((body as { readonly access_token: string }).access_token);
  };

  const user = async () => org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  /** The headers of a user who has logged in. */
  const loggedIn = async (userId: string, expiresIn?: number) => {
    const answer = await org.post('/flowcdk/tokens', { userId, ...(expiresIn === undefined ? {} : { expiresIn }) });
    return as((answer.body as { readonly access_token: string }).access_token);
  };
  const give = (subject: string, roleId: string, divisionId: string) =>
    org.post(`/api/v2/authorization/subjects/${subject}/bulkadd`, { grants: [{ roleId, divisionId }] });

  return { org, home, other, here, there, role, client, user, loggedIn, give };
}

const viewQueues: Policy = { domain: 'routing', entityName: 'queue', actionSet: ['view'] };
const allOfRouting: Policy = { domain: 'routing', entityName: '*', actionSet: ['*'] };
const namesIn = (answer: Parameters<typeof entitiesOf>[0]) => entitiesOf(answer).map(({ name }) => name);

describe('where permissions are enforced', () => {
  test('what no role allows is 403, and the permission is named', async () => {
    const { org, role, client } = await strictOrg();
    const headers = await client(await role(viewQueues), '*');

    const answer = await org.send('POST', queues, '{"name":"New"}', headers);

    expect(answer).toMatchObject({
      status: 403,
      body: {
        status: 403,
        code: 'missing.permissions',
        message:
          'Unable to perform the requested action. You are missing the following permission(s): routing:queue:add',
        messageParams: { permissions: 'routing:queue:add' },
      },
    });
  });

  test.each<[string, Policy, boolean]>([
    ['the permission itself', viewQueues, true],
    ['all entities and actions of a domain', allOfRouting, true],
    ['all actions', { domain: 'routing', entityName: 'queue', actionSet: ['*'] }, true],
    ['another action', { domain: 'routing', entityName: 'queue', actionSet: ['edit'] }, false],
    ['another entity', { domain: 'routing', entityName: 'skill', actionSet: ['view'] }, false],
    ['another domain', { domain: 'architect', entityName: '*', actionSet: ['*'] }, false],
  ])('a role allows what its policies say: %s', async (_, policy, allowed) => {
    const { org, role, client } = await strictOrg();

    const { status } = await org.send('GET', queues, undefined, await client(await role(policy), '*'));

    expect(status).toBe(allowed ? 200 : 403);
  });

  test('the administrator of the local org and the default role of one may do everything', async () => {
    const { org, client } = await strictOrg();
    const admin = String(entitiesOf(await org.get('/api/v2/authorization/roles?name=Master*'))[0]?.['id']);

    expect((await org.get(queues)).status).toBe(200);
    expect((await org.send('GET', queues, undefined, await client(admin, '*'))).status).toBe(200);
  });

  test('of several permissions all are needed, and those that are missing are named', async () => {
    const { org, role, client } = await strictOrg();
    const divisions = '/api/v2/authorization/divisions';
    const addDivisions: Policy = { domain: 'authorization', entityName: 'division', actionSet: ['add'] };
    const addGrants: Policy = { domain: 'authorization', entityName: 'grant', actionSet: ['add'] };
    const creating = async (...policies: readonly Policy[]) =>
      org.send('POST', divisions, '{"name":"New"}', await client(await role(...policies), '*'));

    expect(messageOf(await creating())).toContain('authorization:division:add, authorization:grant:add');
    expect(await creating(addDivisions)).toMatchObject({
      status: 403,
      body: { messageParams: { permissions: 'authorization:grant:add' } },
    });
    expect((await creating(addDivisions, addGrants)).status).toBe(200);
  });

  test('one that is held in another division counts there: a list has what all of them allow', async () => {
    const { org, other, role, give, user, loggedIn } = await strictOrg();
    const flow = (await org.publish(workflowYaml('Report'))).flow?.id;
    await org.post(`/api/v2/flows/${flow}/instances/settings/loglevels`, { logLevelCharacteristics: { level: 'All' } });
    const ada = await user();
    const policy = (entityName: string, action: string): Policy => ({
      domain: 'architect',
      entityName,
      actionSet: [action],
    });
    await give(ada, await role(policy('flowLogLevel', 'view')), '*');
    const list = async () =>
      org.send('GET', '/api/v2/flows/instances/settings/loglevels', undefined, await loggedIn(ada));

    expect(await list()).toMatchObject({
      status: 403,
      body: { messageParams: { permissions: 'architect:flow:search' } },
    });
    await give(ada, await role(policy('flow', 'search')), other);
    expect((await list()).status).toBe(200);
  });

  test('what needs no permission is for everybody who has a token', async () => {
    const { org, role, client } = await strictOrg();
    const headers = await client(await role(), '*');

    expect((await org.send('GET', '/api/v2/organizations/me', undefined, headers)).status).toBe(200);
  });

  test('without enforcement roles do not matter', async () => {
    const org = localOrg();
    const user = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
    const { body } = await org.post('/flowcdk/tokens', { userId: user });
    const headers = { authorization: `Bearer ${(body as { readonly access_token: string }).access_token}` };

    expect((await org.send('GET', queues, undefined, headers)).status).toBe(200);
  });
});

describe('a role counts in its divisions', () => {
  test('lists have what is in them, and what is in none', async () => {
    const { org, other, role, client } = await strictOrg();
    const headers = await client(await role(viewQueues), other);

    expect(namesIn(await org.send('GET', queues, undefined, headers))).toEqual(['There']);
    expect(namesIn(await org.get(queues))).toEqual(['Here', 'There']);
  });

  test('a client whose role names no division has it at home', async () => {
    const { org, role, client } = await strictOrg();
    const headers = await client(await role(viewQueues));

    expect(namesIn(await org.send('GET', queues, undefined, headers))).toEqual(['Here']);
  });

  test.each(['GET', 'PUT', 'DELETE'] as const)('%s of what is in another one is 403 and names it', async (method) => {
    const { org, home, there, role, client } = await strictOrg();
    const headers = await client(await role(allOfRouting), home);
    const body = method === 'PUT' ? '{"name":"Mine"}' : undefined;

    const answer = await org.send(method, `${queues}/${there}`, body, headers);

    expect(answer.status).toBe(403);
    expect(messageOf(answer)).toMatch(/routing:queue:(view|edit|delete) in the division 'Other'$/);
    expect(await org.get(`${queues}/${there}`)).toMatchObject({ status: 200, body: { name: 'There' } });
  });

  test('nothing is created in, or moved to, another one', async () => {
    const { org, home, here, other, role, client } = await strictOrg();
    const headers = await client(await role(allOfRouting), home);
    const inOther = (name: string) => JSON.stringify({ name, division: { id: other } });

    expect((await org.send('POST', queues, inOther('New'), headers)).status).toBe(403);
    expect((await org.send('PUT', `${queues}/${here}`, inOther('Here'), headers)).status).toBe(403);
    expect(namesIn(await org.get(queues))).toEqual(['Here', 'There']);
  });

  test('what is not there stays 404', async () => {
    const { org, home, role, client } = await strictOrg();

    const answer = await org.send('GET', `${queues}/none`, undefined, await client(await role(allOfRouting), home));

    expect(answer.status).toBe(404);
  });

  test('deleting what things elsewhere merely mention needs no permission there', async () => {
    const { org, home, there, role, client } = await strictOrg();
    const code = await org.create('/api/v2/routing/wrapupcodes', { name: 'Solved' });
    await org.post(`${queues}/${there}/wrapupcodes`, [{ id: code }]);
    const headers = await client(await role(allOfRouting), home);

    expect((await org.send('DELETE', `/api/v2/routing/wrapupcodes/${code}`, undefined, headers)).status).toBe(200);
  });
});

describe('tokens of users', () => {
  test('allow what the roles of the user allow', async () => {
    const { org, home, role, user, loggedIn, give } = await strictOrg();
    const ada = await user();
    const headers = await loggedIn(ada);

    expect((await org.send('GET', queues, undefined, headers)).status).toBe(403);
    await give(ada, await role(viewQueues), home);
    expect(namesIn(await org.send('GET', queues, undefined, headers))).toEqual(['Here']);
  });

  test('and what those of the groups of the user allow', async () => {
    const { org, role, user, loggedIn, give } = await strictOrg();
    const ada = await user();
    const group = await org.create('/api/v2/groups', { name: 'Clerks', type: 'official', visibility: 'public' });
    await org.post(`/api/v2/groups/${group}/members`, { memberIds: [ada], version: 1 });
    await give(group, await role(viewQueues), '*');

    expect((await org.send('GET', queues, undefined, await loggedIn(ada))).status).toBe(200);
  });

  test('end when they say, and with the user', async () => {
    const { org, user, loggedIn } = await strictOrg();
    const ada = await user();
    const [short, long] = [await loggedIn(ada, 60), await loggedIn(ada, 600)];
    const status = async (headers: Readonly<Record<string, string>>) =>
      (await org.send('GET', '/api/v2/organizations/me', undefined, headers)).status;

    await org.wait(59_999);
    expect([await status(short), await status(long)]).toEqual([200, 200]);
    await org.wait(1);
    expect([await status(short), await status(long)]).toEqual([401, 200]);
  });

  test('are handed out by the administrator alone', async () => {
    const { org, user, loggedIn } = await strictOrg();
    const ada = await user();

    const answer = await org.send('POST', '/flowcdk/tokens', JSON.stringify({ userId: ada }), await loggedIn(ada));

    expect(answer).toMatchObject({ status: 403, body: { code: 'not.authorized' } });
  });

  test('are only for users there are', async () => {
    expect((await (await strictOrg()).org.post('/flowcdk/tokens', { userId: 'nobody' })).status).toBe(404);
  });
});

describe('tokens', () => {
  test('can be ended', async () => {
    const { org, user, loggedIn } = await strictOrg();
    const headers = await loggedIn(await user());

    expect((await org.send('DELETE', '/api/v2/tokens/me', undefined, headers)).status).toBe(200);
    expect((await org.send('GET', '/api/v2/tokens/me', undefined, headers)).status).toBe(401);
  });

  test('that have expired are forgotten when the next one is issued', async () => {
    const { org, user, loggedIn } = await strictOrg();
    const ada = await user();
    await loggedIn(ada, 60);
    await org.wait(60_000);
    await loggedIn(ada, 60);

    expect(org.org.all('token')).toHaveLength(1);
  });

  test.each([
    ['a client that is switched off', { state: 'inactive' }, 401, 'invalid_client'],
    ['a client of another grant', { authorizedGrantType: 'CODE' }, 400, 'unauthorized_client'],
  ])('are not for %s', async (_, change, status, error) => {
    const { org, role } = await strictOrg();
    const client = {
      name: 'Client',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId: await role(viewQueues), divisionId: '*' }],
    };
    const { id, secret } = (await org.post('/api/v2/oauth/clients', client)).body as Record<string, string>;
    await org.put(`/api/v2/oauth/clients/${id}`, { ...client, ...change });
    const basic = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };

    expect(await org.send('POST', '/oauth/token', grant, basic)).toMatchObject({ status, body: { error } });
  });

  test('a new secret makes the old one wrong', async () => {
    const { org, role } = await strictOrg();
    const { id, secret } = (
      await org.post('/api/v2/oauth/clients', {
        name: 'Client',
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        roleDivisions: [{ roleId: await role(viewQueues), divisionId: '*' }],
      })
    ).body as Record<string, string>;
    const fresh = (await org.post(`/api/v2/oauth/clients/${id}/secret`)).body as Record<string, string>;
    const status = async (secret?: string) => {
      const basic = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
      return (await org.send('POST', '/oauth/token', grant, basic)).status;
    };

    expect([await status(secret), await status(fresh['secret'])]).toEqual([401, 200]);
  });
});
