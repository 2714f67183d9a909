import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '../../src/emulator/api';
import type { LoggedEvent } from '../../src/emulator/runtime/events';
import { startOrg } from '../../src/emulator/start-org';
import type { JsonObject } from '../../src/emulator/state/json';
import { runModel, runPage } from '../../src/inspect/run';
import { fetchedRun } from '../../src/inspect/run/fetched-run';
import { momentsOf, timeline } from '../../src/inspect/timeline';
import { encodingsIn } from '../private/spellings';
import { echoingService } from './private/echoing-service';
import { workflowYaml } from './private/flows';

/*
 * Secrets are planted in every place where the org can get one, each with a value of its own. Then everything is done
 * that could bring one out, and each output is searched for each secret, in all encodings.
 */

jest.setTimeout(300_000);

/** A value that nothing else has, with characters that every encoding changes. */
const secretOf = (place: string): string =>
  `${createHash('sha256').update(place).digest('base64url').replace(/[-_]/g, 'x').slice(0, 18)}q/+&"<Z`;

/** A host may have letters only. */
const HOST = 'qzjxkvwhost77';
const TOKEN = secretOf('only token');

/** The places of secrets that templates of data actions can use: the type and field of a credential, and a request. */
interface Use {
  readonly place: string;
  readonly type: string;
  readonly field: string;
  readonly request: (service: string) => Readonly<Record<string, unknown>>;
}

const use = (place: string, type: string, field: string, request: Use['request']): Use => ({
  place,
  type,
  field,
  request,
});
/** A request with a key in its query. */
const query = (text: string) => (service: string) => ({ requestUrlTemplate: `${service}?key=${text}` });
const body = (text: string) => (service: string) => ({
  requestUrlTemplate: service,
  requestType: 'POST',
  requestTemplate: text,
});

const uses: readonly Use[] = [
  use('password of a user', 'basicAuth', 'password', (service) => ({ requestUrlTemplate: service })),
  use('secret of an AWS role', 'amazonWebServicesARN', 'externalId', query('$esc.url($credentials.externalId)')),
  use('key in a URL', 'userDefined', 'key', query('$esc.url($credentials.key)')),
  use('key in a path', 'userDefined', 'key', (service) => ({
    requestUrlTemplate: `${service}?/$esc.uriEncode($credentials.key)/x`,
  })),
  use('key in a header', 'userDefined', 'key', (service) => ({
    requestUrlTemplate: service,
    headers: { 'X-Key': 'Key ${credentials.key}' },
  })),
  use('key in a body', 'userDefined', 'key', body('{"key": "$esc.jsonEncode($credentials.key)"}')),
  use('key in XML', 'userDefined', 'key', body('<key>$esc.xml($credentials.key)</key>')),
  use('key in HTML', 'userDefined', 'key', body('$esc.html($credentials.key)')),
  use('key in unicode escapes', 'userDefined', 'key', body('{"key": "$esc.unicode($credentials.key)"}')),
  use('key in base64', 'userDefined', 'key', body('{"key": "$encoding.base64("me:$credentials.key")"}')),
  use('key in capitals', 'userDefined', 'key', query('$esc.url($credentials.key.toUpperCase())')),
  use('part of a key', 'userDefined', 'key', query('$esc.url($credentials.key.substring(2, 15))')),
  use('key between other texts', 'userDefined', 'key', body('#set($x = "a-${credentials.key}-b")$x.substring(1)')),
  use('key in a variable of the inputs', 'userDefined', 'key', (service) => ({
    requestUrlTemplate: `${service}?n=#set($input.n = $credentials.key)1`,
    requestType: 'POST',
    requestTemplate: '$input.n $!input $esc.jsonEncode($input.n)',
  })),
  use(
    'key letter by letter',
    'userDefined',
    'key',
    body('#foreach($i in [0..20])$credentials.key.substring($i, $math.add($i, 1))#end'),
  ),
  use(
    'key in a template that is evaluated',
    'userDefined',
    'key',
    body('#set($c = "cred")#evaluate("$${c}entials.key")'),
  ),
  use(
    'all fields of a credential',
    'userDefined',
    'key',
    body('$credentials $credentials.values() $credentials.entrySet()'),
  ),
  use(
    'key that decides',
    'userDefined',
    'key',
    body('#if($credentials.key.length() > 3)$credentials.key#{else}none#end'),
  ),
  use('key that is no number', 'userDefined', 'key', query('$credentials.key.substring(900)')),
  use('key that is no escape', 'userDefined', 'key', query('$esc.jsonDecode("\\\\u$credentials.key")')),
  use('key that is no address', 'userDefined', 'key', () => ({ requestUrlTemplate: '${credentials.key}' })),
  use('key that is part of a host', 'userDefined', 'key', () => ({
    requestUrlTemplate: `http://\${credentials.host}.invalid/x`,
  })),
  use('key in a header that cannot be sent', 'userDefined', 'key', (service) => ({
    requestUrlTemplate: service,
    headers: { 'X-Key': '€${credentials.key}' },
  })),
  use('key behind a closed port', 'userDefined', 'key', () => ({
    requestUrlTemplate: 'http://127.0.0.1:1/?k=$esc.url($credentials.key)',
  })),
];

const endings = ['answers', 'refuses', 'breaks', 'redirects'] as const;

const places = new Map<string, string>([
  ...uses.map(({ place }) => [place, secretOf(place)] as const),
  ['part of a host', HOST],
  ['secret for custom authentication', secretOf('secret for custom authentication')],
  ['token of a custom authentication', secretOf('token of a custom authentication')],
  ['secret of a client of the integration', secretOf('secret of a client of the integration')],
  ['new password of a user', secretOf('new password of a user')],
  ['wrong body', secretOf('wrong body')],
  ['wrong token', secretOf('wrong token').replace(/["<]/g, 'x')],
  ['wrong secret of a client', secretOf('wrong secret of a client')],
  ['query of a request', secretOf('query of a request')],
  ['only token', TOKEN],
]);

const secretIn = (place: string): string => places.get(place) ?? '';

/** What was seen, by output. */
const outputs = new Map<string, string>();
const names = [
  'event log',
  'event stream',
  'answers of execute',
  'answers of test',
  'answers of drafts',
  'tests of custom authentication',
  'other answers',
  'headers of answers',
  'all lists',
  'runs of flows',
  'timeline',
  'pages of runs',
  'snapshot',
  'files of --state',
  'what the org prints',
] as const;
type Output = (typeof names)[number];
const saw = (output: Output, seen: unknown): void =>
  void outputs.set(output, `${outputs.get(output) ?? ''}${typeof seen === 'string' ? seen : JSON.stringify(seen)}\n`);

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'flowcdk-secrets-'));
  const service = await echoingService(secretIn('token of a custom authentication'));
  const org = await startOrg({
    host: '127.0.0.1',
    port: 0,
    state: folder,
    onlyToken: TOKEN,
    enforcePermissions: true,
    onAnswer: (answered) => saw('what the org prints', answered),
    onDefect: (problem) =>
      saw('what the org prints', problem instanceof Error ? (problem.stack ?? '') : String(problem)),
  });
  try {
    await exercise(`http://127.0.0.1:${org.port}`, service.url);
    for (const file of readdirSync(folder)) saw('files of --state', readFileSync(join(folder, file), 'utf8'));
  } finally {
    await org.stop();
    await service.stop();
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

const administrator = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

async function exercise(url: string, service: string): Promise<void> {
  const ask = async (
    method: string,
    path: string,
    content?: unknown,
    headers: Record<string, string> = administrator,
  ) => {
    const text = content === undefined ? {} : { body: typeof content === 'string' ? content : JSON.stringify(content) };
    const answer = await fetch(`${url}${path}`, { method, headers, ...text });
    saw('headers of answers', [...answer.headers]);
    return answer.text();
  };
  const create = async (path: string, content: unknown): Promise<string> => {
    const answer = JSON.parse(await ask('POST', path, content)) as { readonly id?: string };
    if (answer.id === undefined) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer.id;
  };
  const org = { url, service, ask, create };
  const executor = await executing(org);
  for (const each of uses) await carryOut(org, each, executor);
  await customAuthentication(org, executor);
  await ownApi(org, executor);
  await mistakes(org);
  await readEverything(org);
}

interface OrgUnderTest {
  readonly url: string;
  readonly service: string;
  readonly ask: (method: string, path: string, content?: unknown, headers?: Record<string, string>) => Promise<string>;
  readonly create: (path: string, content: unknown) => Promise<string>;
}

const api = '/api/v2/integrations';
const anything = {
  type: 'object',
  additionalProperties: true,
  properties: { texts: { type: 'array', items: { type: 'string' } } },
};
const contract = { input: { inputSchema: { type: 'object', properties: {} } }, output: { successSchema: anything } };

/** The headers of a client that may run data actions and nothing else. */
async function executing({ ask, create }: OrgUnderTest): Promise<Record<string, string>> {
  const roleId = await create('/api/v2/authorization/roles', {
    name: 'Runs data actions',
    permissionPolicies: [{ domain: 'integrations', entityName: 'action', actionSet: ['execute'] }],
  });
  const { id, secret } = JSON.parse(
    await ask('POST', '/api/v2/oauth/clients', {
      name: 'Runner',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId, divisionId: '*' }],
    }),
  ) as { readonly id: string; readonly secret: string };
  const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const { access_token: token } = JSON.parse(
    await ask('POST', '/oauth/token', 'grant_type=client_credentials', { authorization }),
  ) as { readonly access_token: string };
  // The org tells both once, to the caller who makes them, and never again.
  places.set('secret of a client', secret);
  places.set('token of a client', token);
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

async function integrationWith(
  { ask, create }: OrgUnderTest,
  credential: { readonly type: string; readonly fields: Readonly<Record<string, string>> },
  integrationType = 'custom-rest-actions',
): Promise<string> {
  const { type, fields } = credential;
  const credentialId = await create(`${api}/credentials`, {
    name: type,
    type: { name: type },
    credentialFields: fields,
  });
  const id = await create(api, { integrationType: { id: integrationType } });
  const slot = integrationType === 'purecloud-data-actions' ? 'pureCloudOAuthClient' : 'basicAuth';
  await ask('PUT', `${api}/${id}/config/current`, {
    name: `Integration ${id}`,
    version: 1,
    credentials: { [slot]: { id: credentialId } },
    properties: {},
    advanced: {},
  });
  await ask('PATCH', `${api}/${id}`, { intendedState: 'ENABLED' });
  return id;
}

const configOf = (request: Readonly<Record<string, unknown>>, response: object = {}) => ({
  timeoutSeconds: 5,
  request: { requestType: 'GET', requestTemplate: '', headers: {}, ...request },
  response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}', ...response },
});

/** Runs one data action in every way there is. */
async function carryOut(
  org: OrgUnderTest,
  { place, type, field, request }: Use,
  executor: Record<string, string>,
): Promise<void> {
  const fields = { [field]: secretIn(place), host: HOST, ...(type === 'basicAuth' ? { userName: 'user' } : {}) };
  const integrationId = await integrationWith(org, { type, fields });
  // What happens to an answer that breaks does not depend on the request.
  for (const ending of uses[2]?.place === place ? endings : endings.slice(0, 2)) {
    const name = `${place} ${ending}`;
    const config = configOf(request(`${org.service}/${ending}`));
    await runAction(
      org,
      await org.create(`${api}/actions`, { name, category: 'Test', integrationId, contract, config }),
      executor,
    );
  }
  // An answer that a translation map and a success template take apart.
  const config = configOf(request(`${org.service}/answers`), {
    translationMap: { all: '$.texts', first: '$.base64' },
    successTemplate: '{"texts": ${all}, "first": ${first}} behind ${all}',
  });
  const id = await org.create(`${api}/actions`, { name: place, category: 'Test', integrationId, contract, config });
  await runAction(org, id, executor);
  saw('answers of drafts', await org.ask('POST', `${api}/actions/${id}/draft`, {}));
  saw('answers of drafts', await org.ask('POST', `${api}/actions/${id}/draft/test`, {}, executor));
  await inFlow(org, place);
}

async function runAction({ ask }: OrgUnderTest, id: string, executor: Record<string, string>): Promise<void> {
  const path = `${api}/actions/${id}`;
  saw('answers of execute', await ask('POST', `${path}/execute`, {}, executor));
  saw('answers of execute', await ask('POST', `${path}/execute?flatten=true`, {}));
  saw('answers of test', await ask('POST', `${path}/test`, {}, executor));
}

/** A workflow asks the data action, and keeps what it answers in a variable and in its output. */
async function inFlow({ ask, create }: OrgUnderTest, place: string): Promise<void> {
  const { id: job, presignedUrl } = JSON.parse(await ask('POST', '/api/v2/flows/jobs')) as Record<string, string>;
  const call = `          - callData:
              name: Ask
              category:
                Test:
                  dataAction:
                    ${JSON.stringify(place)}:
                      successOutputs:
                        texts:
                          var: Flow.texts
          - updateData:
              name: Keep
              statements:
                - string:
                    variable: Flow.text
                    value:
                      exp: GetAt(Flow.texts, 0)`;
  const variables = `    - stringCollectionVariable:
        name: Flow.texts
        initialValue:
          noValue: true
    - stringVariable:
        name: Flow.text
        initialValue:
          noValue: true
        isOutput: true`;
  await fetch(presignedUrl ?? '', { method: 'PUT', body: workflowYaml(JSON.stringify(place), call, variables) });
  const shownJob = await ask('GET', `/api/v2/flows/jobs/${job}?expand=messages`);
  const { flow } = JSON.parse(shownJob) as { readonly flow?: { readonly id: string } };
  if (!flow) throw new Error(shownJob);
  const id = await create('/api/v2/flows/executions', { flowId: flow.id });
  for (let tries = 0; tries < 100; tries += 1) {
    const shown = await ask('GET', `/api/v2/flows/executions/${id}`);
    if (/COMPLETED|FAILED/i.test(shown)) {
      saw('runs of flows', shown);
      const instance = await ask('GET', `/api/v2/flows/instances/${id}`);
      saw('runs of flows', instance);
      const [, downloadUri = ''] = /"downloadUri":"([^"]+)"/.exec(instance) ?? [];
      if (downloadUri !== '') {
        const data = await (await fetch(downloadUri)).text();
        saw('runs of flows', data);
        saw('pages of runs', await runPage(fetchedRun(JSON.parse(data) as JsonObject), []));
      }
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`the flow ${place} never ended`);
}

async function customAuthentication(org: OrgUnderTest, executor: Record<string, string>): Promise<void> {
  const fields = {
    clientId: 'flows',
    clientSecret: secretIn('secret for custom authentication'),
    loginUrl: `${org.service}/token`,
  };
  const integrationId = await integrationWith(org, { type: 'userDefinedOAuth', fields });
  const custom = `customAuth_-_${integrationId}`;
  const login = (response: object, path = 'token') =>
    org.ask('PATCH', `${api}/actions/${custom}`, {
      version: (JSON.parse(before) as { readonly version: number }).version,
      config: configOf(
        {
          requestUrlTemplate: path === 'token' ? '${credentials.loginUrl}' : `${org.service}/${path}`,
          requestType: 'POST',
          requestTemplate: 'client_secret=$esc.url($credentials.clientSecret)',
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        },
        response,
      ),
    });
  let before = '';
  for (const [response, path] of [
    [{}, 'token'],
    [{ translationMap: { t: '$.access_token' }, successTemplate: '{"access_token": ${t}}' }, 'token'],
    [{ translationMap: { t: '$.access_token' }, successTemplate: 'no JSON: ${t}' }, 'token'],
    [{ translationMap: { t: '$.access_token' }, successTemplate: '{"access_token": ${t}} ${t}' }, 'token'],
    [{ successTemplate: '$rawResult.substring(9000)' }, 'token'],
    [{}, 'refuses'],
    [{}, 'breaks'],
    [{}, 'token'],
  ] as const) {
    before = await org.ask('GET', `${api}/actions/${custom}`);
    await login(response, path);
    saw('tests of custom authentication', await org.ask('POST', `${api}/actions/${custom}/test`, {}, executor));
    saw('tests of custom authentication', await org.ask('POST', `${api}/actions/${custom}/execute`, {}, executor));
    await useToken(org, integrationId, executor);
  }
}

async function useToken(org: OrgUnderTest, integrationId: string, executor: Record<string, string>): Promise<void> {
  for (const ending of endings) {
    const config = configOf({
      requestUrlTemplate: `${org.service}/${ending}?token=$esc.url($authResponse.access_token)`,
      requestType: 'POST',
      requestTemplate: '{"all": "$esc.jsonEncode("$authResponse")"}',
      headers: { 'X-Key': 'Bearer ${authResponse.access_token}' },
    });
    const name = `With a token ${ending} ${await org.ask('GET', '/flowcdk/contents')}`.slice(0, 200);
    await runAction(
      org,
      await org.create(`${api}/actions`, { name, category: 'Test', integrationId, contract, config }),
      executor,
    );
  }
}

/** A data action that calls the API of the org as a client. */
async function ownApi(org: OrgUnderTest, executor: Record<string, string>): Promise<void> {
  const roles = JSON.parse(await org.ask('GET', '/api/v2/authorization/roles?name=Master*')) as {
    readonly entities: readonly { readonly id: string }[];
  };
  const client = JSON.parse(
    await org.ask('POST', '/api/v2/oauth/clients', {
      name: 'Integration',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId: roles.entities[0]?.id, divisionId: '*' }],
    }),
  ) as { readonly id: string };
  const fields = { clientId: client.id, clientSecret: secretIn('secret of a client of the integration') };
  const integrationId = await integrationWith(org, { type: 'pureCloudOAuthClient', fields }, 'purecloud-data-actions');
  for (const request of [
    { requestUrlTemplate: '/api/v2/oauth/clients?x=$esc.url($credentials.clientSecret)' },
    { requestUrlTemplate: '/api/v2/none/$esc.uriEncode($credentials.clientSecret)' },
    { requestUrlTemplate: '$!{input.none}/nowhere/$credentials.clientSecret' },
    { requestUrlTemplate: '/api/v2/integrations/credentials' },
    { requestUrlTemplate: `/api/v2/oauth/clients/${client.id}/secret`, requestType: 'POST' },
    {
      requestUrlTemplate: '/api/v2/routing/queues',
      requestType: 'POST',
      requestTemplate: '{"name": ["$esc.jsonEncode($credentials.clientSecret)"]}',
    },
  ]) {
    const name = request.requestUrlTemplate.slice(0, 40) + String(Object.keys(request).length);
    const config = configOf(request);
    const id = await org.create(`${api}/actions`, { name, category: 'Own', integrationId, contract, config });
    await runAction(org, id, executor);
  }
}

/** Requests that are wrong, with a secret in them. */
async function mistakes({ ask, create }: OrgUnderTest): Promise<void> {
  const user = await create('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  const secret = secretIn('wrong body');
  const credential = { name: 'Wrong', type: { name: 'userDefined' } };
  const requests: readonly (readonly [method: string, path: string, content?: unknown])[] = [
    ['POST', `/api/v2/users/${user}/password`, { newPassword: secretIn('new password of a user') }],
    ['POST', `/api/v2/users/${user}/password`, { newPassword: [secretIn('new password of a user')] }],
    ['POST', '/api/v2/users', { name: 'Bob', email: 'bob@example.com', password: secretIn('new password of a user') }],
    ['POST', `${api}/credentials`, { ...credential, credentialFields: secret }],
    ['POST', `${api}/credentials`, { ...credential, credentialFields: [secret] }],
    ['POST', `${api}/credentials`, { ...credential, credentialFields: { key: { deep: secret } } }],
    ['POST', `${api}/credentials`, { ...credential, type: { name: 'none' }, credentialFields: { key: secret } }],
    ['POST', `${api}/credentials`, `{"credentialFields": {"key": ${secret}`],
    ['POST', `${api}/credentials`, `"${secret}`],
    ['POST', `${api}/credentials`, secret],
    ['POST', '/api/v2/oauth/clients', { name: 'x', authorizedGrantType: 'CLIENT-CREDENTIALS', secret }],
    ['GET', `/api/v2/routing/queues?access_token=${encodeURIComponent(secretIn('query of a request'))}`],
    ['GET', `/api/v2/nothing?access_token=${encodeURIComponent(secretIn('query of a request'))}`],
  ];
  for (const [method, path, content] of requests) saw('other answers', await ask(method, path, content));
  const wrong = encodeURIComponent(secretIn('wrong token'));
  for (const authorization of [`Bearer ${wrong}`, `Basic ${wrong}`, wrong]) {
    saw('other answers', await ask('GET', '/api/v2/routing/queues', undefined, { authorization }));
  }
  const basic = `Basic ${Buffer.from(`me:${secretIn('wrong secret of a client')}`).toString('base64')}`;
  saw('other answers', await ask('POST', '/oauth/token', 'grant_type=client_credentials', { authorization: basic }));
  saw('other answers', await ask('POST', '/oauth/token', 'grant_type=password&password=x', { authorization: basic }));
}

/** Reads what can be read: every list, every thing, the log, the stream and the snapshot. */
async function readEverything({ url, ask }: OrgUnderTest): Promise<void> {
  const lists = routes.filter(
    ({ method, path, answersWith }) => method === 'GET' && !path.includes(':') && !answersWith,
  );
  for (const { path } of lists.filter(
    ({ path: at }) => !at.startsWith('/flowcdk/events') && at !== '/flowcdk/snapshot',
  )) {
    const shown = await ask('GET', `${path}?pageSize=500`);
    saw('all lists', shown);
    const { entities = [] } = JSON.parse(shown) as { readonly entities?: readonly { readonly id?: string }[] };
    const hasOwn = routes.some((route) => route.method === 'GET' && route.path === `${path}/:id`);
    for (const { id } of hasOwn ? entities.slice(0, 20) : []) saw('all lists', await ask('GET', `${path}/${id}`));
  }
  saw('snapshot', await ask('GET', '/flowcdk/snapshot'));
  const events: LoggedEvent[] = [];
  for (let more = true; more;) {
    const page = await ask('GET', `/flowcdk/events?since=${events.at(-1)?.number ?? 0}`);
    saw('event log', page);
    const read = JSON.parse(page) as { readonly entities: readonly LoggedEvent[]; readonly more: boolean };
    events.push(...read.entities);
    more = read.more;
  }
  for (const { executionId } of events.filter(({ type }) => type === 'flow.started')) {
    const ofRun = events.filter((event) => event.executionId === executionId);
    saw(
      'timeline',
      timeline(
        momentsOf(
          ofRun.map((event) => ({ ...event, conversationId: 'c' }) as LoggedEvent),
          'c',
        ),
      ),
    );
  }
  saw('pages of runs', await runPage(runModel(events, 'Everything'), []));
  const last = events.findLast(({ type }) => type === 'flow.ended');
  const stream = await fetch(`${url}/flowcdk/events/stream`, { headers: administrator });
  const reader = stream.body?.getReader();
  const decoder = new TextDecoder();
  for (let text = ''; reader && !text.includes(`id: ${last?.number ?? 0}\n`);) {
    const { value, done } = await reader.read();
    if (done) break;
    text += decoder.decode(value as Uint8Array, { stream: true });
    outputs.set('event stream', text);
  }
  await reader?.cancel();
}

test.each(names)('there is something to search: %s', (name) => {
  expect(outputs.get(name)?.length ?? 0).toBeGreaterThan(100);
});

test('the secrets were used, so that they could have been seen', () => {
  const log = outputs.get('event log') ?? '';

  for (const shown of ['***key***', '***access_token***', '***loginUrl***', '***host***', '***clientSecret***']) {
    expect(log).toContain(shown);
  }
  for (const { place } of uses) expect(log).toContain(JSON.stringify(place).slice(1, -1));
});

test.each(names)('no secret is in the output: %s', (name) => {
  const text = outputs.get(name) ?? '';
  const lower = text.toLowerCase();
  const leaks = [...places].flatMap(([place, secret]) =>
    encodingsIn(text, secret, lower).map((spelling) => `${place} → ${name}: ${spelling}`),
  );

  expect(leaks).toEqual([]);
});
