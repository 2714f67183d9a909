import { routes } from '../../src/emulator/api';
import { signatureOf } from '../../src/emulator/api/presigned';
import type { Route } from '../../src/emulator/api/route';
import { fieldsOf, type Json } from '../../src/emulator/state/json';
import { type Change, Org } from '../../src/emulator/state/org';
import { callFlowYaml, workflowYaml } from './private/flows';
import { type Answer, localOrg } from './private/local-org';
import { runs } from '../private/thorough';
import { oneFrom, RandomBodies, randomFrom } from './private/random-bodies';
import { contentsOf, harmDone } from './private/unharmed';

jest.setTimeout(120_000);

/** The whole number takes its time; `npm run test:soak` asks for it. */
const REQUESTS = Number(process.env['FLOWCDK_REQUESTS'] ?? runs(1000, 2000));
const SEED = Number(process.env['FLOWCDK_SEED'] ?? 20261121);

const queries = [
  'name',
  'id',
  'objectType',
  'pageSize',
  'pageNumber',
  'expand',
  'ids',
  'after',
  'flow',
  'deleted',
  'type',
  'sortBy',
];
const values = ['', '-1', '0', '1', 'x', '*', '%25', '%00', '1e9', 'a,b', '__proto__', 'true'];
const parts = ['none', '*', '%2F', '..%2F..', '__proto__', 'constructor', 'a%00b', 'x'.repeat(400), '%E2%82%AC', ' '];

type Remember = (method: string, path: string, body: Json) => void;

/** An org that holds something of every kind; who remembers is told what it was made of. */
async function inhabited(remember: Remember) {
  const kept: Change[] = [];
  const defects: unknown[] = [];
  const org = localOrg({ keep: (changes) => kept.push(...changes), onDefect: (problem) => defects.push(problem) });
  const at = async (path: string, body: Json): Promise<string> => {
    remember('POST', path, body);
    return org.create(path, body);
  };
  const to = async (method: 'POST' | 'PUT' | 'PATCH', path: string, id: string, body: Json): Promise<void> => {
    remember(method, path, body);
    const { status } = await org.send(method, path.replace(':id', id), JSON.stringify(body));
    if (status >= 400) throw new Error(`${method} ${path}: ${status}`);
  };
  remember('PUT', '/flowcdk/uploads/:id/:signature', workflowYaml('Report'));
  const { flow } = await org.publish(workflowYaml('Report'));
  const workflow = { id: flow?.id ?? '' };
  const home = fieldsOf((await org.get('/api/v2/authorization/divisions/home')).body as Json)['id'] ?? '';
  const user = await at('/api/v2/users', { name: 'Ada', email: 'ada@example.com' });
  const queue = await at('/api/v2/routing/queues', { name: 'Support', division: { id: home } });
  const code = await at('/api/v2/routing/wrapupcodes', { name: 'Solved' });
  await to('POST', '/api/v2/routing/queues/:id/wrapupcodes', queue, [{ id: code }]);
  await to('POST', '/api/v2/routing/queues/:id/members', queue, [{ id: user }]);
  const group = await at('/api/v2/groups', { name: 'Clerks', type: 'official', visibility: 'public' });
  await to('POST', '/api/v2/groups/:id/members', group, { memberIds: [user], version: 1 });
  await at('/api/v2/routing/skills', { name: 'French' });
  await at('/api/v2/routing/languages', { name: 'fr' });
  await at('/api/v2/flows/outcomes', { name: 'Served', division: { id: home } });
  await at('/api/v2/flows/milestones', { name: 'Asked' });
  const division = await at('/api/v2/authorization/divisions', { name: 'Sales' });
  remember('POST', '/api/v2/authorization/divisions/:id/objects/:type', [queue, user, workflow.id]);
  const policy = { domain: 'routing', entityName: 'queue', actionSet: ['view'] };
  const role = await at('/api/v2/authorization/roles', { name: 'Clerk', permissionPolicies: [policy] });
  await to('POST', '/api/v2/authorization/subjects/:id/bulkadd', user, {
    grants: [{ roleId: role, divisionId: division }],
  });
  await at('/api/v2/oauth/clients', {
    name: 'Launcher',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    roleDivisions: [{ roleId: role, divisionId: division }],
  });
  remember('POST', '/flowcdk/tokens', { userId: user, expiresIn: 60 });
  const table = await at('/api/v2/flows/datatables', {
    name: 'T',
    schema: { properties: { key: { type: 'string' }, vip: { type: 'boolean' } } },
  });
  await to('POST', '/api/v2/flows/datatables/:id/rows', table, { key: 'a', vip: true });
  const prompt = await at('/api/v2/architect/prompts', { name: 'Welcome' });
  await to('POST', '/api/v2/architect/prompts/:id/resources', prompt, { language: 'fr', ttsString: 'Bonjour' });
  const times = { start: '2026-01-05T08:00:00.000000', end: '2026-01-05T18:00:00.000000' };
  const schedule = await at('/api/v2/architect/schedules', { name: 'Open', ...times, division: { id: home } });
  const schedules = await at('/api/v2/architect/schedulegroups', {
    name: 'Hours',
    openSchedules: [{ id: schedule }],
    division: { id: home },
  });
  const transfer = `          - transferToAcd:
              name: To an agent
              targetQueue:
                lit:
                  name: Support`;
  const { flow: reception } = await org.publish(callFlowYaml('Reception', transfer));
  await at('/api/v2/architect/ivrs', {
    name: 'Line',
    dnis: ['+442079460101'],
    openHoursFlow: { id: reception?.id ?? '' },
    division: { id: home },
  });
  await at('/api/v2/architect/ivrs', { name: 'Other line', scheduleGroup: { id: schedules }, division: { id: home } });
  const source = await at('/api/v2/integrations', { integrationType: { id: 'amazon-eventbridge-source' } });
  await to('PUT', '/api/v2/integrations/:id/config/current', source, {
    version: 1,
    name: 'Events',
    properties: {
      awsAccountId: '123456789012',
      awsAccountRegion: 'eu-central-1',
      eventSourceSuffix: 'events',
      eventFilter: ['v2.users.{id}.activity'],
    },
  });
  await to('PATCH', '/api/v2/integrations/:id', source, { intendedState: 'ENABLED' });
  org.runtime.bus.associate('events');
  remember('PUT', '/flowcdk/bus/rules/:name', { target: { url: 'https://records.example' }, deadLetters: true });
  remember('PUT', '/flowcdk/bus/archives/:name', { retentionDays: 1 });
  remember('PUT', '/flowcdk/bus/faults', { duplicated: 0.5, delayed: 0.5 });
  remember('POST', '/flowcdk/bus/archives/:name/replay', { from: '2026-11-21', to: '2026-11-22' });
  remember('POST', '/flowcdk/bus/redrive', {});
  await at('/flowcdk/calls', { from: '+33142685300', to: '+442079460101' });
  remember('PUT', '/flowcdk/calls/:id/agents', { answersAfter: 5_000, talksFor: 60_000, wrapsUpIn: 5_000 });
  remember('POST', '/flowcdk/calls/:id/press', { digits: '1' });
  remember('POST', '/flowcdk/calls/:id/agent/:step', { userId: user });
  remember('POST', '/flowcdk/clock', { seconds: 60 });
  remember('POST', '/api/v2/flows/executions', { flowId: workflow.id });
  await at('/api/v2/telephony/providers/edges/didpools', {
    startPhoneNumber: '+4930123450',
    endPhoneNumber: '+4930123459',
  });
  const credential = await at('/api/v2/integrations/credentials', {
    name: 'CRM',
    type: { name: 'basicAuth' },
    credentialFields: { userName: 'ada', password: 'x' },
  });
  const integrationId = await at('/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } });
  await to('PUT', '/api/v2/integrations/:id/config/current', integrationId, {
    version: 1,
    name: 'CRM',
    credentials: { basicAuth: { id: credential } },
  });
  const action = {
    name: 'Lookup',
    category: 'CRM',
    integrationId,
    contract: {
      input: { inputSchema: { type: 'object', properties: { id: { type: 'string' } } } },
      output: { successSchema: { type: 'object', properties: { name: { type: 'string' } } } },
    },
    config: {
      timeoutSeconds: 5,
      request: { requestUrlTemplate: 'https://example.com/${input.id}', requestType: 'GET', headers: {} },
      response: { translationMap: { name: '$.name' }, successTemplate: '${rawResult}' },
    },
  };
  await at('/api/v2/integrations/actions', action);
  await at('/api/v2/integrations/actions/drafts', { ...action, name: 'Draft' });
  await at('/api/v2/processautomation/triggers', {
    name: 'After',
    topicName: 'v2.detail.events.conversation.{id}.acw',
    target: { type: 'Workflow', id: workflow.id },
    matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: 'VOICE' }],
    enabled: true,
    eventTTLSeconds: 60,
  });
  const configuration = await at('/api/v2/webdeployments/configurations', {
    name: 'Web',
    languages: ['en-us'],
    defaultLanguage: 'en-us',
  });
  await to('POST', '/api/v2/webdeployments/configurations/:id/versions/draft/publish', configuration, {});
  remember('POST', '/api/v2/webdeployments/deployments', {
    name: 'Site',
    configuration: { id: configuration, version: '1' },
  });
  await to('POST', '/api/v2/flows/:id/instances/settings/loglevels', workflow.id, {
    logLevelCharacteristics: { level: 'Base' },
  });
  return { org, kept, defects };
}

/** `/api/v2/users/:id/password` ⇒ `/api/v2/users` */
const above = (path: string): string => path.slice(0, path.indexOf('/:'));
const collections = [...new Set(routes.filter(({ path }) => path.includes('/:')).map(({ path }) => above(path)))];

/** Where the ids come from that are in addresses of another place. */
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  '/api/v2/authorization/subjects': ['/api/v2/users', '/api/v2/groups'],
  '/api/v2/voicemail/userpolicies': ['/api/v2/users'],
  '/api/v2/voicemail/groups': ['/api/v2/groups'],
  '/api/v2/routing/users': ['/api/v2/users'],
  '/flowcdk/uploads': ['/api/v2/flows/jobs'],
  '/flowcdk/exports': ['/api/v2/flows/export/jobs'],
  '/flowcdk/prompts': ['/api/v2/architect/prompts'],
  '/flowcdk/agents': ['/api/v2/users'],
  '/api/v2/conversations': ['/flowcdk/calls'],
  '/api/v2/conversations/calls': ['/flowcdk/calls'],
};
const placeOfPart: Readonly<Record<string, string>> = {
  codeId: '/api/v2/routing/wrapupcodes',
  userId: '/api/v2/users',
  roleId: '/api/v2/authorization/roles',
  divisionId: '/api/v2/authorization/divisions',
};
const named: Readonly<Record<string, readonly string[]>> = {
  suffix: ['events'],
  name: ['one', 'two'],
  language: ['fr', 'en-us'],
  key: ['a', 'b'],
  version: ['1', '2'],
  type: ['QUEUE', 'USER', 'FLOW'],
  step: ['answer', 'hold', 'resume', 'transfer', 'hangup', 'requestWrapUp', 'wrapup'],
  file: ['requesttemplate.vm', 'successtemplate.vm', 'inputschema.json', 'successschema.json', 'x'],
};

/** The ids of what the org lists, by where it is listed. */
async function listedIds(org: Awaited<ReturnType<typeof inhabited>>['org']): Promise<Map<string, readonly string[]>> {
  const idsOf = new Map<string, readonly string[]>();
  for (const path of collections) {
    const { body } = await org.get(`${path}?pageSize=20`);
    const { entities } = body as { readonly entities?: readonly { readonly id?: string }[] };
    // What cannot be listed is known from when it was created.
    if (entities)
      idsOf.set(
        path,
        entities.flatMap(({ id }) => id ?? []),
      );
  }
  return idsOf;
}

/** Those that answer and are done. */
const answering = routes.filter(({ answersWith }) => !answersWith);
const creating = routes.filter(({ method, path }) => method === 'POST' && !path.includes(':'));

const isJson = (text: string | undefined): text is string => {
  try {
    return JSON.parse(text ?? '') !== undefined;
  } catch {
    return false;
  }
};

/** Every answer that is an error has the form the API gives errors, which the provider reads strictly. */
function hasForm({ status, body, headers }: Answer, { path }: Route): boolean {
  if (status < 400) return true;
  if (path === '/oauth/token') return typeof (body as { readonly error?: unknown }).error === 'string';
  const problem = body as Readonly<Record<string, unknown>>;
  return (
    problem['status'] === status &&
    ['code', 'message', 'contextId'].every((field) => typeof problem[field] === 'string' && problem[field] !== '') &&
    // An object in a message says what it holds.
    !String(problem['message']).includes('[object ') &&
    ['details', 'errors'].every((field) => Array.isArray(problem[field])) &&
    typeof problem['messageParams'] === 'object' &&
    headers['inin-correlation-id'] === problem['contextId']
  );
}

test(`whatever is sent, ${REQUESTS} times: answers have the form of the API, no defect comes to light, nothing is harmed`, async () => {
  const random = randomFrom(SEED);
  let ids: readonly string[] = [];
  let listed = new Map<string, readonly string[]>();
  const placeOf = new Map<string, string>();
  const bodies = new RandomBodies(
    random,
    () => ids,
    (id) => {
      const alike = listed.get(placeOf.get(id) ?? '') ?? [];
      return alike.includes(id) ? id : (oneFrom(random, alike) ?? id);
    },
  );
  const { org, kept, defects } = await inhabited((...body) => bodies.remember(...body));
  const tried = new Set<string>();
  const succeeded = new Set<string>();

  for (let i = 0; i < REQUESTS; i++) {
    if (i % 200 === 0) {
      listed = new Map([...listed, ...(await listedIds(org))]);
      ids = [...listed.values()].flat();
      for (const [place, idsThere] of listed) for (const id of idsThere) placeOf.set(id, place);
    }
    let route = oneFrom(random, answering) as Route;
    // Otherwise there would soon be nothing left.
    if (route.method === 'DELETE' && random() < 0.7) route = oneFrom(random, creating) as Route;
    const near = [above(route.path), ...(elsewhere[above(route.path)] ?? [])].flatMap((at) => listed.get(at) ?? []);
    const unsigned = route.path.replace('/:signature', '').replace(/:(\w+)/g, (_, name: string) => {
      const chance = random();
      if (chance < 0.05) return oneFrom(random, parts) ?? '';
      const known = name === 'id' ? near : (named[name] ?? listed.get(placeOfPart[name] ?? ''));
      return encodeURIComponent(oneFrom(random, chance < 0.85 ? (known ?? near) : ids) ?? 'none');
    });
    const path = route.path.endsWith('/:signature') ? `${unsigned}/${signatureOf(unsigned)}` : unsigned;
    const value = random() < 0.4 ? oneFrom(random, values) : oneFrom(random, ids);
    const flow = oneFrom(random, listed.get('/api/v2/flows') ?? []) ?? 'none';
    const query = random() < 0.5 ? `?${oneFrom(random, queries)}=${value}&flow=${flow}&id=${flow}&objectType=FLOW` : '';
    const changes = ['PUT', 'PATCH'].includes(route.method);
    // What is there, a little changed, gets furthest.
    const there = changes && random() < 0.5 ? await org.get(path) : undefined;
    const body =
      route.method === 'GET'
        ? undefined
        : there?.status === 200
          ? JSON.stringify(bodies.changed(there.body as Json))
          : bodies.bodyFor(route);

    tried.add(`${route.method} ${route.path}`);
    const answer = await bodies.watching(route, () => org.send(route.method, `${path}${query}`, body));

    const { id } = fieldsOf(answer.body as Json);
    if (typeof id === 'string' && !route.path.includes(':')) {
      listed.set(route.path, [...(listed.get(route.path) ?? []).slice(-9), id]);
    }
    if (answer.status < 300) {
      succeeded.add(`${route.method} ${route.path}`);
      if (isJson(body)) bodies.remember(route.method, route.path, JSON.parse(body) as Json);
    }
    const exchange = { request: `${route.method} ${path}${query}`, body, status: answer.status, told: answer.body };
    if (defects.length > 0) throw new Error(`a defect: ${JSON.stringify(exchange)}`, { cause: defects[0] });
    // What carries a data action out answers with the status that its service gave, or with 502 where there is none.
    const ofService = route.takesTime === true && answer.status === 502;
    if (answer.status >= 500 && answer.status !== 501 && !ofService) throw new Error(JSON.stringify(exchange));
    if (!hasForm(answer, route)) throw new Error(`not the form of the API: ${JSON.stringify(exchange)}`);
    if (i % 100 === 0) expect([exchange, harmDone(org.org)]).toEqual([exchange, []]);
  }

  expect(harmDone(org.org)).toEqual([]);
  // Requests that are all refused would prove little.
  expect(succeeded.size / tried.size).toBeGreaterThan(0.5);

  const again = new Org({ now: () => new Date(0), newId: () => 'x' });
  again.replay(JSON.parse(JSON.stringify(kept)) as Change[]);
  expect(contentsOf(again)).toEqual(contentsOf(org.org));
});

test.each([
  ['a part that cannot be decoded', '/api/v2/routing/queues/%zz', 400],
  ['a part that is too long', `/api/v2/routing/queues/${'x'.repeat(5000)}`, 414],
  ['dots', '/api/v2/routing/queues/../../x', 501],
  ['another method', '/api/v2/organizations/me', 501, 'DELETE'],
])('addresses nobody has are answered in the form of the API: %s', async (_, url, status, method = 'GET') => {
  const answer = await localOrg().send(method as 'GET', url);

  expect(answer).toMatchObject({ status, body: { status, code: expect.any(String) as string, errors: [] } });
});
