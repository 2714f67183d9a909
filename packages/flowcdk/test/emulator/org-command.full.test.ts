import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runs } from '../private/thorough';
import { workflowYaml } from './private/flows';
import { end, type OrgProcess, runToEnd, startProcess } from './private/org-process';

jest.setTimeout(60_000);

const codes = '/api/v2/routing/wrapupcodes';
const headers = { authorization: 'Bearer local', 'content-type': 'application/json' };
const running: OrgProcess[] = [];
let folder = '';

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'flowcdk-org-'))));
afterEach(async () => {
  for (const { process: child } of running.splice(0)) await end(child, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

const start = (...args: string[]): Promise<OrgProcess> => startIn({}, ...args);

async function startIn(env: NodeJS.ProcessEnv, ...args: string[]): Promise<OrgProcess> {
  const started = await startProcess(args, env);
  running.push(started);
  return started;
}

const names = async ({ port }: OrgProcess): Promise<string[]> => {
  const answer = await fetch(`http://127.0.0.1:${port}${codes}?pageSize=500`, { headers });
  const { entities } = (await answer.json()) as { readonly entities: readonly { readonly name: string }[] };
  return entities.map(({ name }) => name);
};

const add = async ({ port }: OrgProcess, name: string): Promise<number> =>
  (await fetch(`http://127.0.0.1:${port}${codes}`, { method: 'POST', headers, body: JSON.stringify({ name }) })).status;

test('it says what to write into Terraform, and Ctrl-C ends it', async () => {
  const org = await start();

  expect(org.output()).toContain(`Local org ready on http://127.0.0.1:${org.port}

provider "genesyscloud" {
  oauthclient_id     = "local"
  oauthclient_secret = "local"
  token_pool_size    = 1
  gateway {
    protocol = "http"
    host     = "127.0.0.1"
    port     = "${org.port}"
  }
}

platformClient.ApiClient.instance.setGateway({ protocol: 'http', host: '127.0.0.1', port: ${org.port} })

Events as they happen   http://127.0.0.1:${org.port}/flowcdk/events/stream
All it can be asked     http://127.0.0.1:${org.port}/flowcdk/openapi.json
`);
  expect(await end(org.process, 'SIGINT')).toBe(0);
});

test('a port that is taken is told, with what to do', async () => {
  const { port } = await start();

  expect(await runToEnd(['--port', String(port)])).toEqual({
    code: 1,
    output: `flowcdk org: something listens on 127.0.0.1:${port} already. End it, or choose another port with --port (0 picks a free one).\n`,
  });
});

test('other machines reach it only with a token they have to know', async () => {
  const { code, output } = await runToEnd(['--host', '0.0.0.0', '--port', '0']);

  expect(code).toBe(2);
  expect(output).toContain('needs a token');
});

test.each([
  ['an empty token', {}, ['--token', '']],
  ['a token with a blank', {}, ['--token', 'open sesame']],
  ['the same from the environment, and does not show it', { FLOWCDK_ORG_TOKEN: 'open sesame' }, []],
])('it refuses %s', async (_, env, args) => {
  const { code, output } = await runToEnd(['--host', '0.0.0.0', ...args], env);

  expect(code).toBe(2);
  expect(output).toContain('flowcdk org: a token has visible characters and no blanks, at least one');
  expect(output).not.toContain('sesame');
});

test('the token can come from the environment, which no list of processes shows', async () => {
  const { port } = await startIn({ FLOWCDK_ORG_TOKEN: 'sesame' });
  const status = async (token: string) =>
    (await fetch(`http://127.0.0.1:${port}${codes}`, { headers: { authorization: `Bearer ${token}` } })).status;

  expect([await status('sesame'), await status('local')]).toEqual([200, 401]);
});

test('many may follow its events, and Node warns of nothing', async () => {
  const org = await start();
  const leave = new AbortController();
  const url = `http://127.0.0.1:${org.port}/flowcdk/events/stream`;

  await Promise.all(Array.from({ length: 15 }, () => fetch(url, { headers, signal: leave.signal })));
  leave.abort();

  expect(await end(org.process, 'SIGINT')).toBe(0);
  expect(org.output()).not.toContain('Warning');
});

test('with --token it takes that token and no other', async () => {
  const { port } = await start('--token', 'sesame');
  const status = async (token: string) =>
    (await fetch(`http://127.0.0.1:${port}${codes}`, { headers: { authorization: `Bearer ${token}` } })).status;

  expect(await status('sesame')).toBe(200);
  expect(await status('local')).toBe(401);
});

test('a damaged journal is refused with the line', async () => {
  writeFileSync(join(folder, 'journal.jsonl'), '{"flowcdk":"org","version":1}\n{"n":1,\n{"n":2}\n');

  const { code, output } = await runToEnd(['--port', '0', '--state', folder]);

  expect(code).toBe(1);
  expect(output).toContain('journal.jsonl:2: this line is damaged');
});

test('a folder in the place of the journal is refused', async () => {
  mkdirSync(join(folder, 'journal.jsonl'));

  const { code, output } = await runToEnd(['--port', '0', '--state', folder]);

  expect(code).toBe(2);
  expect(output).toBe(
    `flowcdk org: ${join(folder, 'journal.jsonl')} has the name of the journal and is a folder. ` +
      'Remove it, or choose another folder for --state.\n',
  );
});

test('a folder that another org uses is refused with its process, until that is gone', async () => {
  const first = await start('--state', folder);

  expect(await runToEnd(['--port', '0', '--state', folder])).toEqual({
    code: 1,
    output:
      `flowcdk org: the folder ${folder} is in use by the process ${first.process.pid}, another local org. ` +
      'End it, or choose another folder for --state.\n',
  });
  await end(first.process, 'SIGKILL');
  expect(await end((await start('--state', folder)).process, 'SIGINT')).toBe(0);
});

test.each([
  ['a limit there is none of', 'token.rate: 5', 'limits.yaml:1: there is no limit'],
  ['a file that is not there', undefined, '--limits takes real, off, or a file; the file'],
])('wrong limits are told, and it does not start: %s', async (_, text, message) => {
  const file = join(folder, 'limits.yaml');
  if (text !== undefined) writeFileSync(file, text);

  const { code, output } = await runToEnd(['--port', '0', '--limits', file]);

  expect(code).toBe(2);
  expect(output).toContain(message);
});

test('it can be as strict as the cloud', async () => {
  const file = join(folder, 'limits.yaml');
  writeFileSync(file, 'client.credentials.token.rate.per.minute: 1');
  const { port } = await start('--enforce-permissions', '--limits', file);
  const ask = async () => (await fetch(`http://127.0.0.1:${port}${codes}`, { headers })).status;

  expect([await ask(), await ask()]).toEqual([200, 429]);
});

test('values of credentials are in no file, no answer and no log', async () => {
  const org = await start('--state', folder, '--log', 'json');
  const credentials = `http://127.0.0.1:${org.port}/api/v2/integrations/credentials`;
  const send = async (url: string, method: string, body?: string) =>
    (await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) })).text();
  const credential = (password: unknown) =>
    JSON.stringify({ name: 'CRM', type: { name: 'basicAuth' }, credentialFields: { userName: 'ada', password } });

  const answers = [await send(credentials, 'POST', credential('hunter2'))];
  const { id } = JSON.parse(answers[0] ?? '') as { readonly id: string };
  answers.push(
    await send(`${credentials}/${id}`, 'PUT', credential('hunter2 again')),
    await send(`${credentials}/${id}`, 'GET'),
    await send(`${credentials}/listing`, 'GET'),
    await send(credentials, 'POST', credential(['hunter2'])),
    await send(credentials, 'POST', '{"password":hunter2}'),
  );
  await end(org.process, 'SIGINT');

  expect(answers.at(-2)).toContain('credentialFields.password is not a text');
  expect(answers.at(-1)).toContain('The request body is no JSON');
  expect([...answers, org.output(), readFileSync(join(folder, 'journal.jsonl'), 'utf8')].join('\n')).not.toContain(
    'hunter2',
  );
});

test('killed at any moment, it has everything it answered for', async () => {
  const answered: string[] = [];
  for (let round = 0; round < runs(1, 4); round++) {
    const org = await start('--state', folder);

    expect(await names(org)).toEqual(expect.arrayContaining(answered));

    // Requests are under way when the process dies: those that were answered must be there, the others may.
    const requests = Array.from({ length: 20 }, (_, i) => `round ${round}, code ${i}`).map(async (name) => {
      if ((await add(org, name)) === 200) answered.push(name);
      if (answered.length % 20 === 5 + round) org.process.kill('SIGKILL');
    });
    await Promise.allSettled(requests);
    await end(org.process, 'SIGKILL');
  }

  expect(answered.length).toBeGreaterThan(0);
  expect(await names(await start('--state', folder))).toEqual(expect.arrayContaining(answered));
});

test('the same seed of chance gives what happens the same ids, in every life', async () => {
  const { port } = await start('--chance-seed', 'seven', '--consistency', 'eventual');
  const at = `http://127.0.0.1:${port}`;
  const request = async (method: string, path: string, body?: string): Promise<Readonly<Record<string, string>>> =>
    (await fetch(`${at}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })).json() as Promise<
      Readonly<Record<string, string>>
    >;
  const { id: job, presignedUrl = '' } = await request('POST', '/api/v2/flows/jobs');
  await fetch(presignedUrl, { method: 'PUT', body: workflowYaml('Report') });
  const { flow } = (await request('GET', `/api/v2/flows/jobs/${job}`)) as { readonly flow?: unknown };
  const launched = async (): Promise<unknown> =>
    (
      await request(
        'POST',
        '/api/v2/flows/executions',
        JSON.stringify({ flowId: (flow as { readonly id: string }).id }),
      )
    )['id'];

  const [first, second] = [await launched(), await launched()];
  await request('POST', '/flowcdk/reset');

  expect([await launched(), await launched()]).toEqual([first, second]);
  expect(first).not.toBe(second);
});

test('for programs, the first line says where it listens', async () => {
  const org = await start('--log', 'json');
  const [first = ''] = org.output().split('\n');

  expect(JSON.parse(first)).toEqual({
    ready: `http://127.0.0.1:${org.port}`,
    host: '127.0.0.1',
    port: org.port,
  });
});

test('data actions reach no real host, unless it is allowed', async () => {
  const { port } = await start();
  const base = `http://127.0.0.1:${port}`;
  const send = async (path: string, method: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`${base}${path}`, { method, headers, body: JSON.stringify(body) });
    return (await answer.json()) as Record<string, unknown>;
  };
  const integration = await send('/api/v2/integrations', 'POST', {
    integrationType: { id: 'custom-rest-actions' },
    name: 'CRM',
  });
  await send(`/api/v2/integrations/${String(integration['id'])}`, 'PATCH', { intendedState: 'ENABLED' });
  const action = await send('/api/v2/integrations/actions', 'POST', {
    name: 'Find',
    category: 'CRM',
    integrationId: integration['id'],
    contract: {
      input: { inputSchema: { type: 'object', properties: {} } },
      output: { successSchema: { type: 'object', properties: {} } },
    },
    config: { request: { requestUrlTemplate: 'https://crm.invalid/x', requestType: 'GET' }, response: {} },
  });
  const tested = await send(`/api/v2/integrations/actions/${String(action['id'])}/test`, 'POST', {});

  expect(JSON.stringify(tested)).toContain(
    'no stand-in plays crm.invalid, and the local org may not ask it over the network',
  );
});

test('a rule of the event bus writes events into the folder of --bus-files', async () => {
  const { port } = await start('--bus-files', join(folder, 'events'));
  const ask = async (method: string, path: string, body: object = {}): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, body: JSON.stringify(body) });
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.json();
  };
  const integrations = '/api/v2/integrations';
  const integrationType = { id: 'amazon-eventbridge-source' };
  const { id } = (await ask('POST', integrations, { name: 'Events', integrationType })) as { readonly id: string };
  const properties = {
    awsAccountId: '123456789012',
    awsAccountRegion: 'eu-central-1',
    eventSourceSuffix: 'events',
    eventFilter: ['v2.users.{id}.presence'],
  };
  await ask('PUT', `${integrations}/${id}/config/current`, { version: 1, name: 'Events', properties });
  await ask('PATCH', `${integrations}/${id}`, { intendedState: 'ENABLED' });
  await ask('PUT', '/flowcdk/bus/sources/events');
  await ask('PUT', '/flowcdk/bus/rules/all', { target: { file: 'all.jsonl' } });

  const user = (await ask('POST', '/api/v2/users', { name: 'Ada', email: 'ada@example.com' })) as {
    readonly id: string;
  };
  const presenceDefinition = { systemPresence: 'Meal' };
  await ask('PATCH', `/api/v2/users/${user.id}/presences/purecloud`, { presenceDefinition });
  await ask('POST', '/flowcdk/clock', { seconds: 5 });

  const [first] = readFileSync(join(folder, 'events/all.jsonl'), 'utf8').split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({ detail: { topicName: `v2.users.${user.id}.presence` } });
});
