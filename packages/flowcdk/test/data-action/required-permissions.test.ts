import { dataAction, genesysCloud, launchWorkflow, string, workflow } from '../../src';
import { actionsOf, hasDerivedRole, requiredPermissions } from '../../src/data-action';
import { permissionsOfCall } from '../../src/data-action/endpoint-permissions';
import { routes } from '../../src/emulator/api';
import { permissionsOf } from '../../src/emulator/api/route';
import { url } from '../../src/templates';

const cloud = genesysCloud({ name: 'Cloud' });

const reading = (path: string) =>
  dataAction({
    name: `Read ${path}`,
    integration: cloud,
    input: { id: string() },
    output: {},
    request: ({ id }) => ({ method: 'GET', url: url`/api/v2/${path}/${id}?expand=${id}` }),
  });

test('a role holds what the endpoints of its data actions require, each permission once', () => {
  const actions = ['speechandtextanalytics/conversations', 'conversations', 'speechandtextanalytics/conversations'];

  expect(requiredPermissions(actions.map(reading))).toEqual({
    permissions: ['conversation:communication:view', 'recording:recording:view', 'speechAndTextAnalytics:data:view'],
    unknown: [],
  });
});

test('the id of a flow that only the deployment knows does not hide the endpoint', () => {
  const launch = launchWorkflow({
    name: 'Launch',
    integration: cloud,
    workflow: workflow({ name: 'Work', actions: () => [] }),
  });

  expect(requiredPermissions([launch]).permissions).toEqual(['architect:flow:launch']);
});

test('what nobody here knows is named', () => {
  const action = reading('somewhere/new');

  expect(requiredPermissions([action])).toEqual({ permissions: [], unknown: [action] });
});

test.each([
  ['GET', '/api/v2/conversations/${input.id}', ['conversation:communication:view']],
  ['GET', '/api/v2/conversations/callbacks/$input.id', []],
  ['POST', '/api/v2/conversations/callbacks', ['conversation:callback:create']],
  ['POST', '/api/v2/conversations/messages/agentless', ['conversation:message:create']],
  ['DELETE', '/api/v2/conversations/messages/agentless', undefined],
  ['GET', '/api/v2/conversations/', undefined],
  ['GET', 'https://elsewhere.example/api/v2/users', undefined],
])('%s %s requires %j', (method, path, permissions) => {
  expect(permissionsOfCall(method, path)).toEqual(permissions);
});

/** Routes of the local org that the table does not have, and why. */
const outside: Readonly<Record<string, string>> = {
  'POST /oauth/token': 'gives the token whose permissions count',
  'POST /webhooks/api/v1/webhook/:webhookId':
    'is no part of the API: it has a host of its own, and its id is its secret',
  'HEAD /api/v2/notifications/channels/:channelId': 'no data action can send HEAD',
};

test('every route of the local org is in the table, or has a reason not to be', () => {
  const missing = routes
    .filter(({ path, method }) => !path.startsWith('/flowcdk/') && permissionsOfCall(method, path) === undefined)
    .map(({ method, path }) => `${method} ${path}`);

  expect(missing.sort()).toEqual(Object.keys(outside).sort());
});

test('a route of the local org alone is in no table: no data action of the cloud can call it', () => {
  const own = routes.filter(({ path }) => path.startsWith('/flowcdk/'));

  expect(own.length).toBeGreaterThan(30);
  expect(own.filter(({ method, path }) => permissionsOfCall(method, path) !== undefined)).toEqual([]);
});

test('the local org asks for the same', () => {
  const open = routes.filter(({ forAdministrator, path }) => path.startsWith('/api/v2/') && !forAdministrator);
  const known = open.flatMap((route) => {
    const permissions = permissionsOfCall(route.method, route.path);
    return permissions ? [[`${route.method} ${route.path}`, permissionsOf(route), permissions] as const] : [];
  });

  expect(known.length).toBeGreaterThan(300);
  expect(known.map(([call, ofOrg]) => [call, [...ofOrg].sort()])).toEqual(
    known.map(([call, , permissions]) => [call, [...permissions].sort()]),
  );
});

test('only an integration that names no permissions and no role has a role of its own', () => {
  expect(hasDerivedRole(cloud)).toBe(true);
  expect(hasDerivedRole(genesysCloud({ name: 'Named', permissions: ['architect:flow:launch'] }))).toBe(false);
  expect(hasDerivedRole(genesysCloud({ name: 'Role', role: 'Launcher' }))).toBe(false);
  expect(actionsOf(genesysCloud({ name: 'Cloud' }), [reading('conversations')])).toEqual([]);
});
