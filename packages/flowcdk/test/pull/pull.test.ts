import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlowcdkError } from '../../src/ground/finding';
import { allowedRequests, Connection, pull, PulledFolder } from '../../src/pull';
import { isLike } from '../../src/pull/pull';
import { isAllowed } from '../../src/pull/requests';
import { callDataYaml, callFlowYaml, workflowYaml } from '../emulator/private/flows';
import { type LocalOrg, localOrg } from '../emulator/private/local-org';
import { answered, reader } from './private/reader';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'flowcdk-pull-'));
  folders.push(path);
  return path;
}

const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();

const schema = (properties: object) => ({ type: 'object', properties, additionalProperties: true });

/** An org with a reception: a call flow, the workflow it has nothing to do with, a data action, a queue, a trigger. */
async function reception(): Promise<LocalOrg> {
  const org = localOrg();
  const integration = await org.create('/api/v2/integrations', {
    name: 'CRM',
    integrationType: { id: 'custom-rest-actions' },
  });
  await org.create('/api/v2/integrations/actions', {
    name: 'Find customer',
    category: 'CRM',
    integrationId: integration,
    contract: {
      input: { inputSchema: schema({ phoneNumber: { type: 'string' } }) },
      output: { successSchema: schema({ customerId: { type: 'string' } }) },
    },
    config: {
      request: {
        requestUrlTemplate: 'https://customers.example/x',
        requestType: 'POST',
        requestTemplate: '${input.rawRequest}',
      },
      response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
    },
  });
  await org.create('/api/v2/routing/queues', { name: 'Billing' });
  await org.publish(callFlowYaml('Main', callDataYaml('CRM', 'Find customer')));
  const { flow } = await org.publish(workflowYaml('Report'));
  await org.create('/api/v2/processautomation/triggers', {
    name: 'Call finished',
    topicName: 'v2.detail.events.conversation.{id}.acw',
    enabled: true,
    target: { type: 'Workflow', id: flow?.id },
    matchCriteria: [],
  });
  return org;
}

test('what an org holds becomes files, with names in the place of ids', async () => {
  const [org, out] = [await reception(), folder()];
  const result = await pull(reader(org).connection, PulledFolder.open(out));

  expect(filesIn(out)).toEqual([
    'data-actions/CRM/Find customer.json',
    'flowcdk-pull.json',
    'flows/Main.inboundCall.yaml',
    'flows/Report.workflow.yaml',
    'integrations/CRM.json',
    'queues/Billing.json',
    'triggers/Call finished.json',
  ]);
  expect(result).toMatchObject({ removed: [], unchanged: 0, unpublished: [], findings: [] });
  expect(readFileSync(join(out, 'flows/Report.workflow.yaml'), 'utf8')).toBe(workflowYaml('Report'));
  expect(JSON.parse(readFileSync(join(out, 'triggers/Call finished.json'), 'utf8'))).toMatchObject({
    target: { id: "flow 'Report'", type: 'Workflow' },
  });
  expect(JSON.parse(readFileSync(join(out, 'data-actions/CRM/Find customer.json'), 'utf8'))).toMatchObject({
    integrationId: "integration 'CRM'",
    config: { request: { requestTemplate: '${input.rawRequest}' }, response: { successTemplate: '${rawResult}' } },
    contract: { output: { successSchema: { properties: { customerId: { type: 'string' } } } } },
  });
});

test('two pulls of the same content write the same bytes', async () => {
  const org = await reception();
  const [first, second] = [folder(), folder()];
  await pull(reader(org).connection, PulledFolder.open(first));
  await pull(reader(org).connection, PulledFolder.open(second));

  for (const file of filesIn(first))
    expect(readFileSync(join(second, file), 'utf8')).toBe(readFileSync(join(first, file), 'utf8'));
});

test('nothing in the org changes but export jobs, and only requests of the list are sent', async () => {
  const org = await reception();
  const contents = () =>
    org.org.contents().filter((change) => !('put' in change) || !['flowJob', 'token'].includes(change.put));
  const before = contents();
  const { connection, requests } = reader(org, { credentials: { clientId: 'local', secret: 'local' } });
  await pull(connection, PulledFolder.open(folder()), { rows: true });

  expect(contents()).toEqual(before);
  const others = requests.filter((request) => {
    const [method = '', path = ''] = request.split(' ');
    return !isAllowed(method, path) && path !== '/oauth/token' && !path.startsWith('/flowcdk/exports/');
  });
  expect(others).toEqual([]);
  expect(requests.filter((request) => request.startsWith('POST'))).toEqual([
    'POST /oauth/token',
    'POST /api/v2/flows/export/jobs',
    'POST /api/v2/flows/export/jobs',
  ]);
});

test.each([
  ['DELETE', '/api/v2/flows/1'],
  ['PUT', '/api/v2/routing/queues/1'],
  ['POST', '/api/v2/flows/jobs'],
  ['POST', '/api/v2/flows'],
  ['GET', '/api/v2/users'],
  ['GET', '/api/v2/integrations/actions/../credentials'],
  ['GET', '/api/v2/integrations/actions/1/templates/x/y'],
])('%s %s is no request that reads an org', (method, path) => {
  expect(isAllowed(method, path)).toBe(false);
});

test('the page has the list, with the permissions', () => {
  const page = readFileSync(join(__dirname, '../../../../docs/pull.md'), 'utf8');
  const rows = allowedRequests.map(
    ({ method, path, permission, reads }) =>
      `| \`${method} ${path}\` | ${permission === undefined ? 'none' : `\`${permission}\``} | ${reads} |`,
  );

  expect(page.trimEnd().split('\n').slice(-rows.length)).toEqual(rows);
});

test('every request of the list but those for public information has a permission', () => {
  const open = allowedRequests.filter(({ permission }) => permission === undefined).map(({ path }) => path);

  expect(open).toEqual(['/api/v2/organizations/me', '/api/v2/authorization/divisions']);
});

describe('a second pull', () => {
  test('asks only for the lists where nothing changed', async () => {
    const [org, out] = [await reception(), folder()];
    await pull(reader(org).connection, PulledFolder.open(out));
    const { connection, requests } = reader(org);
    const result = await pull(connection, PulledFolder.open(out));

    expect(result).toMatchObject({ written: [], removed: [], unchanged: 6 });
    expect(requests).toHaveLength(13);
    expect(requests.filter((request) => /\/(actions|jobs)\/|POST/.test(request))).toEqual([]);
  });

  test('reads what was published again, and removes what is gone', async () => {
    const [org, out] = [await reception(), folder()];
    await pull(reader(org).connection, PulledFolder.open(out));
    await org.publish(
      workflowYaml(
        'Report',
        '          - wait:\n              name: Pause\n              duration: { lit: { seconds: 5 } }',
      ),
    );
    const [queue] = org.org.all('queue').filter(({ name }) => name === 'Billing');
    await org.delete(`/api/v2/routing/queues/${queue?.id}`);
    const result = await pull(reader(org).connection, PulledFolder.open(out));

    expect(result).toMatchObject({
      written: ['flows/Report.workflow.yaml'],
      removed: ['queues/Billing.json'],
      unchanged: 4,
    });
    expect(filesIn(out)).not.toContain('queues/Billing.json');
    expect(readFileSync(join(out, 'flows/Report.workflow.yaml'), 'utf8')).toContain('Pause');
  });

  test('puts back a file that somebody changed', async () => {
    const [org, out] = [await reception(), folder()];
    await pull(reader(org).connection, PulledFolder.open(out));
    writeFileSync(join(out, 'queues/Billing.json'), '{}');

    expect(await pull(reader(org).connection, PulledFolder.open(out))).toMatchObject({
      written: ['queues/Billing.json'],
    });
  });

  test('goes on where the first one was interrupted', async () => {
    const [org, out] = [await reception(), folder()];
    let left = 20;
    const dies = reader(org, {
      fault: () => {
        left -= 1;
        if (left < 0) throw new Error('the process dies here');
        return undefined;
      },
    });
    await pull(dies.connection, PulledFolder.open(out)).catch(() => undefined);
    const done = PulledFolder.open(out).items.length;
    const result = await pull(reader(org).connection, PulledFolder.open(out));

    expect(done).toBeGreaterThan(0);
    expect(result).toMatchObject({ unchanged: done });
    expect(result.written).toHaveLength(6 - done);
  });

  test('of another org is refused', async () => {
    const [org, out] = [await reception(), folder()];
    await pull(reader(org).connection, PulledFolder.open(out));
    const manifest = readFileSync(join(out, 'flowcdk-pull.json'), 'utf8');
    writeFileSync(join(out, 'flowcdk-pull.json'), manifest.replace(/"id": "[^"]+"/, '"id": "another"'));

    await expect(pull(reader(org).connection, PulledFolder.open(out))).rejects.toThrow(
      /holds the organisation 'Local Org'/,
    );
  });
});

describe('flows by name', () => {
  test('come with what they name, and nothing else', async () => {
    const [org, out] = [await reception(), folder()];
    const result = await pull(reader(org).connection, PulledFolder.open(out), { names: ['M*'] });

    expect(result.written).toEqual([
      'data-actions/CRM/Find customer.json',
      'flows/Main.inboundCall.yaml',
      'integrations/CRM.json',
    ]);
  });

  test('that are not there are a finding with the names that are', async () => {
    const { findings } = await pull(reader(await reception()).connection, PulledFolder.open(folder()), {
      names: ['Mian'],
    });

    expect(findings).toEqual([
      {
        rule: 'no-such-flow',
        severity: 'error',
        message: "the organisation has no flow 'Mian'",
        help: 'It has Main, Report.',
      },
    ]);
  });

  test.each([
    ['Main', 'Main', true],
    ['Main', 'Main line', false],
    ['Main*', 'Main line', true],
    ['*line', 'Main line', true],
    ['*a*n*', 'Main', true],
    ['a*a', 'a', false],
    ['*', '', true],
  ])('%s fits %s: %s', (pattern, name, fits) => {
    expect(isLike(pattern, name)).toBe(fits);
  });
});

describe('an org that refuses', () => {
  test('requests above the limit is asked again when it says, by nobody before', async () => {
    const org = await reception();
    const { connection, waits } = reader(org, {
      fault: (_, nth) => (nth === 5 ? answered(429, 'Rate limit exceeded', { 'retry-after': '17' }) : undefined),
    });
    const result = await pull(connection, PulledFolder.open(folder()));

    expect(result.findings).toEqual([]);
    expect(waits).toContain(17_000);
  });

  test.each([
    ['500', answered(500, 'Something broke')],
    ['503', answered(503, 'Not now')],
    ['silence', 'silence' as const],
  ])('once with %s is asked again', async (_, instead) => {
    const { connection } = reader(await reception(), {
      fault: (_request, nth) => (nth % 4 === 0 ? instead : undefined),
    });

    expect((await pull(connection, PulledFolder.open(folder()))).findings).toEqual([]);
  });

  test('a token that expired gives a new one', async () => {
    const org = await reception();
    let expired = 0;
    const { connection, requests } = reader(org, {
      credentials: { clientId: 'local', secret: 'local' },
      fault: ({ url }, nth) =>
        nth === 9 && !url.includes('oauth') ? (expired++, answered(401, 'No token')) : undefined,
    });
    const result = await pull(connection, PulledFolder.open(folder()));

    expect(expired).toBe(1);
    expect(result.findings).toEqual([]);
    expect(requests.filter((request) => request === 'POST /oauth/token')).toHaveLength(2);
  });

  test('a list is a finding, and the files of its kind stay', async () => {
    const [org, out] = [await reception(), folder()];
    await pull(reader(org).connection, PulledFolder.open(out));
    const { connection } = reader(org, {
      fault: ({ url }) => (url.includes('/queues') ? answered(403, 'You lack routing:queue:view') : undefined),
    });
    const result = await pull(connection, PulledFolder.open(out));

    expect(result.findings).toMatchObject([
      { rule: 'org-refused', message: 'GET /api/v2/routing/queues was answered with 403: You lack routing:queue:view' },
    ]);
    expect(result.removed).toEqual([]);
  });

  test('everything is an error with what to do, without the secret', async () => {
    const { connection } = reader(await reception(), {
      credentials: { clientId: 'client', secret: 'very-secret' },
      fault: () => answered(401, 'client not found'),
    });
    const problem = await pull(connection, PulledFolder.open(folder())).catch((thrown: unknown) => thrown);

    expect(problem).toBeInstanceOf(FlowcdkError);
    expect(JSON.stringify((problem as FlowcdkError).findings)).toContain('GENESYSCLOUD_OAUTHCLIENT_ID');
    expect(JSON.stringify((problem as FlowcdkError).findings)).not.toContain('very-secret');
  });
});

test('the token does not go to the host of a download', async () => {
  const seen: object[] = [];
  const connection = new Connection({
    address: { name: 'o', api: 'https://api.example', login: 'https://login.example' },
    credentials: { token: 'very-secret' },
    exchange: (request) => {
      seen.push(request);
      return Promise.resolve({ status: 200, headers: {}, body: 'yaml' });
    },
    now: () => 0,
    pause: () => Promise.resolve(),
  });
  await connection.download('https://bucket.example/flow.yaml?signature=x');

  expect(seen).toEqual([{ method: 'GET', url: 'https://bucket.example/flow.yaml?signature=x', headers: {} }]);
});

describe('a manifest', () => {
  test.each([
    ['no JSON', '{'],
    ['no organization', '{"items":{}}'],
    ['an item without a file', '{"organization":{"id":"1","name":"x"},"items":{"1":{"kind":"flow"}}}'],
  ])('with %s is refused', (_, text) => {
    const out = folder();
    writeFileSync(join(out, 'flowcdk-pull.json'), text);

    expect(() => PulledFolder.open(out)).toThrow(/flowcdk-pull\.json cannot be read/);
  });

  test('that names a file outside of the folder is refused', () => {
    const out = folder();
    const item = { kind: 'flow', name: 'x', within: '', version: '1', sha256: '', file: '../../etc/passwd' };
    writeFileSync(
      join(out, 'flowcdk-pull.json'),
      JSON.stringify({ organization: { id: '1', name: 'x' }, items: { 1: item } }),
    );

    expect(() => PulledFolder.open(out).removeAllBut(() => false)).toThrow(/outside of the folder/);
  });
});
