import { routes } from '../../../src/emulator/api';
import { workflowYaml } from '../private/flows';
import { type Answer, entitiesOf, localOrg, type LocalOrg } from '../private/local-org';
import { examples } from './private/examples';
import { config, contract, type Ids, inhabited, type Inhabited, tableSchema, triggerBody } from './private/inhabited';
import { withIds } from './private/with-ids';

/*
 * What the Terraform provider needs of every server that it shall apply to. Each point was seen in runs of the provider
 * 1.82.0; the numbers are those of the checklist they come from. Points 11 and 12 are settings of the provider itself.
 */

let there: Inhabited;
let org: LocalOrg;
let ids: Ids;
beforeAll(async () => {
  there = await inhabited();
  ids = there.ids;
});
beforeEach(() => {
  org = localOrg({ happened: there.changes });
});

const bodyOf = async (answer: Promise<Answer>) => (await answer).body as Record<string, unknown>;
const some = expect.any(String) as string;
const integer = expect.any(Number) as number;
const triggers = '/api/v2/processAutomation/triggers';

describe('1. What the provider asks when it starts', () => {
  test('a token that lasts a day', async () => {
    const authorization = `Basic ${Buffer.from('local:local').toString('base64')}`;
    const answer = await org.send('POST', '/oauth/token', 'grant_type=client_credentials', {
      authorization,
      'content-type': 'application/x-www-form-urlencoded',
    });

    expect(answer).toMatchObject({ status: 200, body: { access_token: some, token_type: some, expires_in: 86400 } });
  });

  test.each([
    ['/api/v2/organizations/me', { id: some, name: some, defaultCountryCode: some }],
    ['/api/v2/authorization/products', { total: integer, entities: [] }],
    ['/api/v2/authorization/divisions/home', { id: some, name: some, homeDivision: true }],
    ['/api/v2/tokens/me', { OAuthClient: { id: some, organization: { id: some, name: some } } }],
  ])('%s has what it cannot do without', async (path, needed) => {
    expect(await bodyOf(org.get(path))).toMatchObject(needed);
  });
});

test('2. Case does not matter; what is not there is 501 in the form of errors', async () => {
  expect((await org.get(triggers)).status).toBe(200);
  expect(await org.post('/api/v2/outbound/campaigns', {})).toMatchObject({
    status: 501,
    body: { status: 501, message: 'Not implemented by the local org: POST /api/v2/outbound/campaigns' },
  });
});

describe('3. What was deleted is 404 at once, with a body of JSON', () => {
  const deletable = routes.filter(
    ({ method, path }) =>
      method === 'DELETE' &&
      path.endsWith('/:id') &&
      routes.some((route) => route.method === 'GET' && route.path === path),
  );

  test.each(deletable.map(({ path }) => [path]))('%s', async (path) => {
    const part = examples[`DELETE ${path}`]?.path?.['id'] ?? '';
    const url = path.replace(':id', ids[part] ?? part);

    expect((await org.get(url)).status).toBe(200);
    expect((await org.delete(url)).status).toBeLessThan(300);
    expect(await org.get(url)).toMatchObject({ status: 404, body: { status: 404, message: some } });
  });
});

test('4. Lists come page by page: see every-route.test.ts; names may be asked for beside', async () => {
  const query = 'pageNumber=1&includeSchemas=true&name=Report&pageSize=100&type=workflow';

  expect(await bodyOf(org.get(`/api/v2/flows?${query}`))).toMatchObject({
    entities: [{ id: ids['flow'], name: 'Report', type: 'WORKFLOW' }],
    total: 1,
    pageCount: 1,
  });
});

describe('5. Bodies and paths as the provider writes them', () => {
  test.each([
    ['nothing', undefined],
    ['null', 'null'],
    ['{}', '{}'],
  ])('a job is registered with %s as body', async (_, body) => {
    expect((await org.send('POST', '/api/v2/flows/jobs', body)).status).toBe(200);
  });

  test('a GET and a DELETE have a content type of JSON and no body', async () => {
    expect((await org.send('DELETE', `/api/v2/routing/skills/${ids['skill']}`)).status).toBe(204);
  });

  test('keys of rows come encoded, and a plus is a plus', async () => {
    const rows = `/api/v2/flows/datatables/${ids['table']}/rows`;
    await org.post(rows, { key: '+1317/555 0001' });

    expect((await org.get(`${rows}/+1317%2F555%200001?showbrief=false`)).body).toMatchObject({ key: '+1317/555 0001' });
  });
});

describe('6. and 7. Flows', () => {
  test('are uploaded to the org itself, answered with 200 whatever comes, and done at the first look', async () => {
    const job = await bodyOf(org.post('/api/v2/flows/jobs'));
    expect(job).toMatchObject({ id: some, presignedUrl: some, headers: {} });
    const upload = new URL(String(job['presignedUrl'])).pathname;

    expect((await org.send('PUT', upload, workflowYaml('New'), {})).status).toBe(200);
    expect((await org.send('PUT', upload, '', {})).status).toBe(200);
    expect(await bodyOf(org.get(`/api/v2/flows/jobs/${String(job['id'])}?expand=messages`))).toMatchObject({
      status: 'Success',
      flow: { id: some },
    });
  });

  test('one that cannot be published tells why', async () => {
    expect(await org.publish('workflow: [')).toMatchObject({
      status: 'Failure',
      messages: [{ type: 'Error', text: some }],
    });
  });
});

describe('8. and 9. Data actions, triggers and versions', () => {
  test('templates are text, also where there are none', async () => {
    const path = `/api/v2/integrations/actions/${ids['action']}/templates`;

    for (const file of ['requesttemplate.vm', 'successtemplate.vm']) {
      const { status, headers } = await org.get(`${path}/${file}`);
      expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    }
  });

  test('an action without a request is shown without one', async () => {
    const actions = '/api/v2/integrations/actions';
    const id = await org.create(actions, {
      name: 'Nothing asked',
      category: 'Customers',
      integrationId: ids['integration'],
      contract,
      config: { request: {}, response: {} },
    });

    const shown = await bodyOf(org.get(`${actions}/${id}?expand=contract&includeConfig=true`));
    expect(shown).toMatchObject({ name: some, category: some, contract, config: {} });
    expect(shown['config']).not.toHaveProperty('request');
  });

  test('what was not configured is not added', async () => {
    const path = `/api/v2/integrations/actions/${ids['action']}?expand=contract&includeConfig=true`;
    const { requestTemplate, ...request } = config.request;
    const { successTemplate, ...response } = config.response;

    expect(requestTemplate + successTemplate).toBe('${rawResult}');
    expect((await bodyOf(org.get(path)))['config']).toEqual({ timeoutSeconds: 5, request, response });
  });

  test('conditions lose their nulls, and settings that were not sent do not appear', async () => {
    const trigger = await bodyOf(org.get(`${triggers}/${ids['trigger']}`));

    expect(trigger['matchCriteria']).toEqual([{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' }]);
    expect(trigger['target']).toEqual({ type: 'Workflow', id: ids['flow'] });
  });

  test.each([
    ['integrations', 'integration', '/config/current'],
    ['integrations/actions', 'action', ''],
    ['processautomation/triggers', 'trigger', ''],
    ['architect/ivrs', 'ivr', ''],
    ['architect/schedules', 'schedule', ''],
    ['architect/schedulegroups', 'scheduleGroup', ''],
    ['groups', 'group', ''],
  ])('%s have versions that are whole numbers', async (path, name, rest) => {
    expect((await bodyOf(org.get(`/api/v2/${path}/${ids[name]}${rest}`)))['version']).toEqual(integer);
  });
});

describe('10. A change says what changes; the rest stays', () => {
  test.each([
    ['groups', 'group', { name: 'Agents' }, { type: 'official' }],
    ['architect/prompts', 'prompt', { name: 'Welcome', description: 'x' }, { resources: [{ language: 'en-us' }] }],
    ['routing/queues', 'queue', { name: 'Support' }, { division: { id: { idOf: 'usedDivision' } } }],
    ['authorization/divisions', 'home', { name: 'Home', description: 'x' }, { homeDivision: true }],
  ])('%s', async (path, name, body, kept) => {
    if (name === 'group') await org.put(`/api/v2/groups/${ids['group']}`, { name: 'Agents', type: 'official' });

    await org.put(`/api/v2/${path}/${ids[name]}`, body);

    expect(await bodyOf(org.get(`/api/v2/${path}/${ids[name]}`))).toMatchObject(withIds(kept, ids) as object);
  });

  test('a description that is left out is gone', async () => {
    const codes = '/api/v2/routing/wrapupcodes';
    const id = await org.create(codes, { name: 'Spam', description: 'Nobody' });
    await org.put(`${codes}/${id}`, { name: 'Spam' });

    expect(await bodyOf(org.get(`${codes}/${id}`))).not.toHaveProperty('description');
  });
});

test.each([
  ['POST', triggers, { ...triggerBody('none') }],
  ['POST', triggers, { name: 5 }],
  ['POST', '/api/v2/integrations/actions', { name: 'x' }],
  ['POST', '/api/v2/architect/ivrs', { name: 'x', dnis: ['+4930123456'] }],
] as const)('10a. What is wrong is told with a status that is not repeated: %s %s', async (_, path, body) => {
  const answer = await org.post(path, body);

  expect(answer).toMatchObject({ status: 422, body: { message: some, details: expect.any(Array) as unknown[] } });
});

test('10b. A credential of type userDefinedOAuth makes the custom auth action', async () => {
  const credential = await org.create('/api/v2/integrations/credentials', {
    name: 'OAuth',
    type: { name: 'userDefinedOAuth' },
  });
  const path = `/api/v2/integrations/${ids['integration']}/config/current`;
  await org.put(path, { version: 2, credentials: { basicAuth: { id: credential } } });

  expect((await org.get(`/api/v2/integrations/actions/customAuth_-_${ids['integration']}`)).status).toBe(200);
});

describe('what crashes the provider is not answered', () => {
  test.each([
    [
      'integration settings',
      '/api/v2/integrations/{integration}/config/current',
      { name: some, notes: '', properties: {}, advanced: {}, credentials: { basicAuth: { id: some } } },
    ],
    ['integrations', '/api/v2/integrations/{integration}', { id: some, name: some, integrationType: { id: some } }],
    ['credentials', '/api/v2/integrations/credentials/{credential}', { name: some, type: { name: some } }],
    ['flows', '/api/v2/flows/{flow}', { id: some, name: some, type: some }],
    [
      'data actions',
      '/api/v2/integrations/actions/{action}?includeConfig=true',
      { name: some, category: some, config: { request: { requestUrlTemplate: some } } },
    ],
    ['triggers', `${triggers}/{trigger}`, { id: some, name: some, target: { id: some, type: 'Workflow' } }],
    ['grants', '/api/v2/authorization/subjects/{colleague}', { id: some, grants: [] }],
    ['data tables', '/api/v2/flows/datatables/{table}?expand=schema', { division: { id: some }, schema: tableSchema }],
    ['schedules', '/api/v2/architect/schedules/{schedule}', { division: { id: some }, start: some, end: some }],
    ['queues', '/api/v2/routing/queues/{queue}', { name: some, division: { id: some }, memberCount: 1 }],
    [
      'prompts',
      '/api/v2/architect/prompts/{prompt}?includeResources=true',
      { resources: [{ language: some, uploadUri: some }] },
    ],
    [
      'versions of web configurations',
      '/api/v2/webdeployments/configurations/{configuration}/versions',
      { entities: [{ version: '1', status: 'Active' }, { version: 'DRAFT' }] },
    ],
    [
      'users in lists',
      '/api/v2/users?pageSize=100',
      {
        pageCount: 1,
        entities: [
          { name: some, email: some },
          { name: some, email: some },
        ],
      },
    ],
  ])('%s have what is looked at without a check', async (_, path, needed) => {
    const url = path.replace(/\{(\w+)\}/g, (__, name: string) => ids[name] ?? name);

    expect(await bodyOf(org.get(url))).toMatchObject(needed);
  });

  test('a web configuration is read as its parts: the draft and the versions', async () => {
    const path = `/api/v2/webdeployments/configurations/${ids['configuration']}`;

    expect(await bodyOf(org.get(`${path}/versions/draft`))).toMatchObject({ status: 'Active', version: 'DRAFT' });
    await org.delete(path);
    expect((await org.get(`${path}/versions/draft`)).status).toBe(404);
  });

  test('a log level that was taken away is gone at once', async () => {
    const path = `/api/v2/flows/${ids['flow']}/instances/settings/loglevels`;

    expect(await bodyOf(org.get(path))).toMatchObject({ id: some, logLevelCharacteristics: { level: 'Base' } });
    await org.delete(path);
    expect((await org.get(path)).status).toBe(404);
  });

  test('an outcome of a name that is there is found by it, to be adopted', async () => {
    const [outcome] = entitiesOf(await org.get('/api/v2/flows/outcomes?pageNumber=1&pageSize=100&name=Served'));

    expect(outcome).toMatchObject({ id: ids['outcome'], name: 'Served' });
  });

  test('groups are searched with a total', async () => {
    const query = [{ fields: ['name'], value: 'Agents', type: 'EXACT' }];

    expect(await bodyOf(org.post('/api/v2/groups/search', { query }))).toMatchObject({
      total: 1,
      results: [{ id: ids['group'] }],
    });
  });

  test('errors have a number as status, texts, an object and lists', async () => {
    expect((await org.get('/api/v2/routing/queues/none')).body).toEqual({
      status: 404,
      code: 'not.found',
      message: 'There is no queue none.',
      messageParams: { id: 'none' },
      contextId: some,
      details: [],
      errors: [],
    });
  });
});
