import { routes } from '../../src/emulator/api';
import { signatureOf } from '../../src/emulator/api/presigned';
import { permissionsOf, type Route } from '../../src/emulator/api/route';
import { inProcess } from '../../src/emulator/in-process';
import { localOrg, messageOf } from './private/local-org';

/** Who may use a route where permissions are enforced. */
type Right = 'everybody' | 'holders of the address' | 'everybody with a token' | 'administrator' | 'permission';

function rightOf({ path, open, forAdministrator, permission }: Route): Right {
  if (open) return path.endsWith('/:signature') ? 'holders of the address' : 'everybody';
  if (forAdministrator) return 'administrator';
  return permission === undefined ? 'everybody with a token' : 'permission';
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const routesFor = (right: Right): readonly Route[] => routes.filter((route) => rightOf(route) === right);
const cases = (...rights: readonly Right[]) =>
  rights.flatMap(routesFor).map((route) => [nameOf(route), route] as const);

test('what needs no token tells what the software can do, signs somebody in, or has a token in its address', () => {
  expect(routesFor('everybody').map(nameOf)).toEqual([
    'POST /oauth/token',
    'POST /webhooks/api/v1/webhook/:webhookId',
    'POST /api/v2/integrations/webhooks/:tokenId/events',
    'GET /flowcdk/features',
    'GET /flowcdk/openapi.json',
  ]);
});

test('what a client cannot send a token to is reached by a signed address', () => {
  expect(routesFor('holders of the address').map(nameOf).sort()).toEqual([
    'GET /flowcdk/datatables/:jobId/:signature',
    'GET /flowcdk/exports/:id/:signature',
    'GET /flowcdk/flow-instances/:id/:signature',
    'PUT /flowcdk/datatables/:jobId/:signature',
    'PUT /flowcdk/prompts/:id/:language/:signature',
    'PUT /flowcdk/uploads/:id/:signature',
  ]);
});

test('what only the local org has is for its administrator, but for audio, which the provider uploads', () => {
  const own = routes.filter(({ path }) => path.startsWith('/flowcdk/'));
  const others = own.filter(
    (route) => !['administrator', 'everybody', 'holders of the address'].includes(rightOf(route)),
  );

  expect(others.map(nameOf)).toEqual(['POST /flowcdk/prompts/:id/:language']);
  expect(permissionsOf(others[0] as Route)).toEqual(['architect:userPrompt:edit']);
});

/** An org that enforces permissions. Clients of the org have the permissions that a test gives them. */
function strictOrg() {
  const org = localOrg({ enforcePermissions: true });
  const ask = async ({ method, path }: Pick<Route, 'method' | 'path'>, authorization?: string) =>
    org.send(method, path.replace(/:\w+/g, 'none'), undefined, authorization === undefined ? {} : { authorization });

  /** The header of a client with some permissions and no others. */
  const client = (permissions: readonly string[]): Promise<string> => {
    const known = clients.get(permissions.join()) ?? newClient(permissions);
    clients.set(permissions.join(), known);
    return known;
  };
  const clients = new Map<string, Promise<string>>();
  const newClient = async (permissions: readonly string[]): Promise<string> => {
    const permissionPolicies = permissions.map((permission) => {
      const [domain, entityName, action] = permission.split(':');
      return { domain, entityName, actionSet: [action] };
    });
    const roleId = await org.create('/api/v2/authorization/roles', { name: org.org.newId(), permissionPolicies });
    return login(roleId);
  };
  const login = async (roleId: string): Promise<string> => {
    const { body } = await org.post('/api/v2/oauth/clients', {
      name: 'Client',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId, divisionId: '*' }],
    });
    const { id, secret } = body as { readonly id: string; readonly secret: string };
    const basic = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
    const answer = await org.send('POST', '/oauth/token', 'grant_type=client_credentials', basic);
    return `Bearer ${(answer.body as { readonly access_token: string }).access_token}`;
  };
  /** The header of a client whose role may do everything in the cloud. */
  const almighty = async (): Promise<string> => {
    const { body } = await org.get('/api/v2/authorization/roles?name=Master*');
    return login((body as { readonly entities: readonly { readonly id: string }[] }).entities[0]?.id ?? '');
  };
  return { org, ask, client, newClient, almighty };
}

describe('where permissions are enforced', () => {
  const { org, ask, client, newClient, almighty } = strictOrg();

  test.each(cases('permission', 'administrator', 'everybody with a token'))('%s needs a token', async (_, route) => {
    expect((await ask(route)).status).toBe(401);
  });

  test.each(cases('permission'))('%s needs the permissions it names, all of them, and no others', async (_, route) => {
    const permissions = permissionsOf(route);

    for (const missing of permissions) {
      const others = permissions.filter((permission) => permission !== missing);
      expect(await ask(route, await client(others))).toMatchObject({
        status: 403,
        body: { code: 'missing.permissions', messageParams: { permissions: missing } },
      });
    }
    expect([401, 403]).not.toContain((await ask(route, await client(permissions))).status);
  });

  test.each(cases('administrator'))('%s is for the administrator alone', async (_, route) => {
    const answer = await ask(route, await almighty());

    expect(answer.status).toBe(403);
    expect(messageOf(answer)).toContain('Only the administrator of the local org');
  });

  test.each(cases('everybody with a token'))('%s needs no permission', async (_, route) => {
    // A client of its own, because one of the routes ends its token.
    expect([401, 403]).not.toContain((await ask(route, await newClient([]))).status);
  });

  test.each(cases('holders of the address'))(
    '%s needs the right signature, whatever token comes with it',
    async (_, route) => {
      for (const authorization of [undefined, await almighty(), 'Bearer local']) {
        expect(messageOf(await ask(route, authorization))).toMatch(/^There is no presigned address /);
      }
    },
  );

  test('audio of a prompt is taken from the administrator, from who may edit prompts, and at a signed address', async () => {
    const id = await org.create('/api/v2/architect/prompts', { name: 'Welcome' });
    await org.post(`/api/v2/architect/prompts/${id}/resources`, { language: 'en-us' });
    const path = `/flowcdk/prompts/${id}/en-us`;
    const status = async (method: 'POST' | 'PUT', url: string, authorization?: string) =>
      (await org.send(method, url, 'RIFF', authorization === undefined ? {} : { authorization })).status;

    expect(await status('POST', path)).toBe(401);
    expect(await status('POST', path, await client(['architect:userPrompt:view']))).toBe(403);
    expect(await status('POST', path, await client(['architect:userPrompt:edit']))).toBe(200);
    expect(await status('POST', path, 'local')).toBe(200);
    expect(await status('PUT', `${path}/${signatureOf(path)}`)).toBe(200);
    expect(await status('PUT', `/flowcdk/prompts/${id}/fr-fr/${signatureOf(path)}`)).toBe(404);
  });
});

test('without enforcement every token opens what is not for the administrator always', async () => {
  const org = localOrg();
  const user = await org.create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  const { body } = await org.post('/flowcdk/tokens', { userId: user });
  const authorization = `Bearer ${(body as { readonly access_token: string }).access_token}`;
  const status = async (path: string) => (await org.send('GET', path, undefined, { authorization })).status;

  expect(await status('/flowcdk/clock')).toBe(200);
  expect(await status('/flowcdk/snapshot')).toBe(403);
});

test.each(['/api/../flowcdk/clock', '/api/%2e%2e/flowcdk/events', '/flowcdk/contents', '/api/v2/../../oauth/token'])(
  'a data action does not get out of the API by %s',
  (url) => {
    const answer = inProcess(localOrg().runtime)({ method: 'GET', url }, undefined);

    expect(answer.status).toBe(501);
  },
);
