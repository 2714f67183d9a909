import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyStack, readState, type State, writeState } from '../../src/apply';
import { callFlowYaml, workflowYaml } from '../emulator/private/flows';
import { entitiesOf, localOrg, type LocalOrg } from '../emulator/private/local-org';
import { did, refusalOf, sending, stack } from './private/stacks';

const codes = '/api/v2/routing/wrapupcodes';
const namesIn = async (org: LocalOrg, path: string): Promise<unknown[]> =>
  entitiesOf(await org.get(`${path}?pageSize=100`)).map(({ name }) => name);

/** A queue that needs two wrap-up codes. */
const queue = (codeName = 'Solved', description = 'Calls') =>
  stack({
    genesyscloud_routing_queue: {
      q: {
        name: 'Support',
        description,
        wrapup_codes: ['${genesyscloud_routing_wrapupcode.b.id}', '${genesyscloud_routing_wrapupcode.a.id}'],
      },
    },
    genesyscloud_routing_wrapupcode: { a: { name: codeName }, b: { name: 'Wrong number' } },
  });

const skill = (name: string) => stack({ genesyscloud_routing_skill: { s: { name } } });

describe('what a stack holds comes to the org, each after what it needs', () => {
  test('references and depends_on decide, otherwise the order in which things are written', async () => {
    const ordered = stack({
      genesyscloud_routing_skill: { late: { name: 'Late', depends_on: ['genesyscloud_routing_language.l'] } },
      genesyscloud_routing_language: { l: { name: 'French' } },
      ...(queue().json['resource'] as object),
    });

    expect((await did(ordered, localOrg())).steps).toEqual([
      'created genesyscloud_routing_language.l',
      'created genesyscloud_routing_skill.late',
      'created genesyscloud_routing_wrapupcode.b',
      'created genesyscloud_routing_wrapupcode.a',
      'created genesyscloud_routing_queue.q',
    ]);
  });

  test('data sources are looked up, variables given, outputs told', async () => {
    const org = localOrg();
    const { outputs } = await did(
      stack(
        {
          genesyscloud_routing_wrapupcode: {
            w: { name: '${var.name}', division_id: '${data.genesyscloud_auth_division_home.h.id}' },
          },
        },
        {
          data: { genesyscloud_auth_division_home: { h: {} } },
          variable: { name: { type: 'string' }, other: { default: 'x' } },
          output: {
            code: { value: '${genesyscloud_routing_wrapupcode.w.name}, ${var.other}' },
            hidden: { value: 1, sensitive: true },
          },
        },
      ),
      org,
      { variables: { name: 'Solved' } },
    );

    expect(await namesIn(org, codes)).toEqual(['Solved']);
    expect(outputs).toEqual({ code: 'Solved, x' });
  });

  test('a flow is uploaded with its substitutions and published', async () => {
    const org = localOrg();
    const named = stack(
      { genesyscloud_flow: { f: { filepath: 'f.yaml', substitutions: { name: 'Greet' } } } },
      {},
      {
        'f.yaml': workflowYaml('{{name}} {{other}}'),
      },
    );

    expect(
      (await did(named, org)).requests.map(
        ({ method, path }) => `${method} ${path.replace(/[\d-]{36}(\/[\w-]{43})?/, '…')}`,
      ),
    ).toEqual([
      'GET /api/v2/organizations/me',
      'POST /api/v2/flows/jobs',
      'PUT /flowcdk/uploads/…',
      'GET /api/v2/flows/jobs/…?expand=messages',
    ]);
    expect(await namesIn(org, '/api/v2/flows')).toEqual(['Greet {{other}}']);
  });
});

test('a substitution stands in the flow as it is, whatever signs it has', async () => {
  const org = localOrg();
  const substitutions = { name: "Costs $& or $'" };
  await did(
    stack(
      { genesyscloud_flow: { f: { filepath: 'f.yaml', substitutions } } },
      {},
      { 'f.yaml': workflowYaml('{{name}}') },
    ),
    org,
  );

  expect(await namesIn(org, '/api/v2/flows')).toEqual([substitutions.name]);
});

describe('applied again', () => {
  async function twice(first: Parameters<typeof did>[0], second: Parameters<typeof did>[0], org = localOrg()) {
    const { state } = await did(first, org);
    return did(second, org, { state });
  }

  test('nothing changes: the org is only asked whether everything is there', async () => {
    const again = await twice(queue(), queue());

    expect(again.steps).toEqual([
      'unchanged genesyscloud_routing_wrapupcode.b',
      'unchanged genesyscloud_routing_wrapupcode.a',
      'unchanged genesyscloud_routing_queue.q',
    ]);
    expect(new Set(again.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  test.each([
    ['what can change is changed', queue(), queue('Done'), 'changed genesyscloud_routing_wrapupcode.a'],
    ['what cannot change is made anew', skill('A'), skill('B'), 'replaced genesyscloud_routing_skill.s'],
    ['what is gone is removed', queue(), stack({}), 'removed genesyscloud_routing_queue.q'],
  ])('%s', async (_rule, first, second, step) => {
    expect((await twice(first, second)).steps).toContain(step);
  });

  test('a flow is published again when its file has changed', async () => {
    const flow = (yaml: string) => stack({ genesyscloud_flow: { f: { filepath: 'f.yaml' } } }, {}, { 'f.yaml': yaml });
    const yaml = workflowYaml('Greet');

    expect((await twice(flow(yaml), flow(yaml))).steps).toEqual(['unchanged genesyscloud_flow.f']);
    expect((await twice(flow(yaml), flow(yaml.replace('End', 'The end')))).steps).toEqual([
      'changed genesyscloud_flow.f',
    ]);
  });

  test('what refers to something made anew is changed with it', async () => {
    const granting = (grant: string) =>
      stack({
        genesyscloud_oauth_client: { c: { name: 'C', authorized_grant_type: grant } },
        genesyscloud_routing_wrapupcode: { w: { name: 'W', description: '${genesyscloud_oauth_client.c.id}' } },
      });

    expect((await twice(granting('TOKEN'), granting('CODE'))).steps).toEqual([
      'replaced genesyscloud_oauth_client.c',
      'changed genesyscloud_routing_wrapupcode.w',
    ]);
  });

  test('what was deleted in the org by hand is created again', async () => {
    const org = localOrg();
    const { state } = await did(skill('A'), org);
    await org.delete(`/api/v2/routing/skills/${state.resources['genesyscloud_routing_skill.s']?.made.id}`);

    expect((await did(skill('A'), org, { state })).steps).toEqual(['created genesyscloud_routing_skill.s']);
  });

  test('the state of another organisation counts for nothing', async () => {
    const { state } = await did(skill('A'), localOrg());

    expect((await did(skill('A'), localOrg(), { state: { ...state, organization: 'another' } })).steps).toEqual([
      'created genesyscloud_routing_skill.s',
    ]);
  });

  test('a number can go to a route that takes the place of another', async () => {
    const route = (name: string) =>
      stack({ genesyscloud_architect_ivr: { [name]: { name, dnis: ['+442079460101'] } } });

    expect((await twice(route('old'), route('new'))).steps).toEqual([
      'removed genesyscloud_architect_ivr.old',
      'created genesyscloud_architect_ivr.new',
    ]);
  });

  test('what is still in use goes after what used it has changed', async () => {
    const route = (used: string) =>
      stack(
        {
          genesyscloud_flow: { [used]: { filepath: `${used}.yaml` } },
          genesyscloud_architect_ivr: { i: { name: 'I', open_hours_flow_id: `\${genesyscloud_flow.${used}.id}` } },
        },
        {},
        { 'a.yaml': callFlowYaml('A'), 'b.yaml': callFlowYaml('B') },
      );

    expect((await twice(route('a'), route('b'))).steps).toEqual([
      'created genesyscloud_flow.b',
      'changed genesyscloud_architect_ivr.i',
      'removed genesyscloud_flow.a',
    ]);
  });
});

test('what is taken away goes in any order that the org allows', async () => {
  const org = localOrg();
  const schedules = ['open', 'closed'].map((name) => [
    name,
    { name, start: '2026-01-05T08:00:00.000000', end: '2026-01-05T09:00:00.000000' },
  ]);
  const route = { name: 'I', schedule_group_id: '${genesyscloud_architect_schedulegroups.g.id}' };
  const group = { name: 'G', open_schedules_id: ['${genesyscloud_architect_schedules.open.id}'] };
  // Each is there before what it comes to use.
  const growing = [
    { genesyscloud_architect_ivr: { i: { name: 'I' } } },
    {
      genesyscloud_architect_ivr: { i: route },
      genesyscloud_architect_schedulegroups: { g: group },
      genesyscloud_architect_schedules: Object.fromEntries(schedules),
    },
    {},
  ];
  let state: State | undefined;
  let steps: readonly string[] = [];
  for (const resources of growing) ({ state, steps } = await did(stack(resources), org, { state }));

  expect([...steps].sort()).toEqual([
    'removed genesyscloud_architect_ivr.i',
    'removed genesyscloud_architect_schedulegroups.g',
    'removed genesyscloud_architect_schedules.closed',
    'removed genesyscloud_architect_schedules.open',
  ]);
});

describe('a failure', () => {
  test('loses nothing: the next apply goes on where it happened', async () => {
    const org = localOrg();
    const kept: State[] = [];
    const { send } = sending(org);
    await org.create(codes, { name: 'Solved' });

    const failed = applyStack(queue(), { send, keep: (state) => kept.push(state) });

    expect(await refusalOf(failed)).toContain(
      "genesyscloud_routing_wrapupcode.a: There is a wrap-up code named 'Solved'",
    );
    expect((await did(queue('Done'), org, { state: kept.at(-1) })).steps).toEqual([
      'unchanged genesyscloud_routing_wrapupcode.b',
      'created genesyscloud_routing_wrapupcode.a',
      'created genesyscloud_routing_queue.q',
    ]);
  });

  test('halfway through something leaves it to be finished', async () => {
    const org = localOrg();
    const kept: State[] = [];
    const { send } = sending(org);
    const members = (list: string[]) => stack({ genesyscloud_routing_queue: { q: { name: 'Q', wrapup_codes: list } } });

    await refusalOf(applyStack(members(['nobody']), { send, keep: (state) => kept.push(state) }));

    expect((await did(members([]), org, { state: kept.at(-1) })).steps).toEqual([
      'changed genesyscloud_routing_queue.q',
    ]);
  });

  test.each([
    [
      'what the org refuses',
      stack({ genesyscloud_routing_skill: { s: { name: '' } } }),
      'genesyscloud_routing_skill.s: name is ""',
    ],
    [
      'a member of a queue who is in one of its groups',
      stack({
        genesyscloud_user: { u: { name: 'Ada', email: 'ada@example.com' } },
        genesyscloud_group: { g: { name: 'Night', member_ids: ['${genesyscloud_user.u.id}'] } },
        genesyscloud_routing_queue: {
          q: {
            name: 'Q',
            members: [{ user_id: '${genesyscloud_user.u.id}' }],
            groups: ['${genesyscloud_group.g.id}'],
          },
        },
      }),
      'is in the queue because of a group, and cannot be a member besides',
    ],
    [
      'a flow that is not published',
      stack(
        { genesyscloud_flow: { f: { filepath: 'f.yaml' } } },
        {},
        { 'f.yaml': workflowYaml('F').replace('refId', 'ref') },
      ),
      'genesyscloud_flow.f: the flow was not published: line 15',
    ],
    [
      'a file that is not there, or elsewhere',
      stack({ genesyscloud_flow: { f: { filepath: '../f.yaml' } } }),
      'genesyscloud_flow.f: ../f.yaml is not there, or does not lie in the folder of the stack',
    ],
    [
      'an unknown resource',
      stack({ genesyscloud_location: { l: { name: 'L' } } }),
      'genesyscloud_location.l: flowcdk org apply does not know genesyscloud_location',
    ],
    [
      'an unknown attribute',
      stack({ genesyscloud_routing_queue: { q: { name: 'Q', colour: 'red' } } }),
      'genesyscloud_routing_queue.q: flowcdk org apply does not know the attribute colour',
    ],
    [
      'an unknown attribute of a block',
      stack({ genesyscloud_routing_queue: { q: { name: 'Q', media_settings_call: { colour: 'red' } } } }),
      'does not know the attribute media_settings_call[0].colour',
    ],
    [
      'an unknown meta-argument',
      stack({ genesyscloud_routing_skill: { s: { name: 'S', count: 2 } } }),
      'genesyscloud_routing_skill.s: flowcdk org apply does not know the meta-argument count',
    ],
    [
      'ignored changes of everything',
      stack({ genesyscloud_routing_skill: { s: { name: 'S', lifecycle: { ignore_changes: 'all' } } } }),
      'genesyscloud_routing_skill.s: flowcdk org apply does not know the meta-argument ignore_changes',
    ],
    [
      'ignored changes of what is written in several steps',
      stack({ genesyscloud_integration: { i: { name: 'I', lifecycle: [{ ignore_changes: ['name'] }] } } }),
      'genesyscloud_integration.i: flowcdk org apply does not know the meta-argument ignore_changes',
    ],
    ['an unknown section', stack({}, { module: {} }), 'module: the stack has a section "module"'],
    [
      'a reference to nothing',
      stack({ genesyscloud_routing_skill: { s: { name: '${genesyscloud_flow.f.id}' } } }),
      'genesyscloud_routing_skill.s: it refers to genesyscloud_flow.f, which the stack does not have',
    ],
    [
      'a reference to no attribute',
      stack({
        genesyscloud_routing_skill: { s: { name: 'S' }, t: { name: '${genesyscloud_routing_skill.s.nmae}' } },
      }),
      'genesyscloud_routing_skill.t: it refers to genesyscloud_routing_skill.s.nmae, which is not known here',
    ],
    [
      'a reference that is no text',
      stack({ genesyscloud_routing_skill: { s: { name: 'S', depends_on: [{ a: 1 }] } } }),
      'genesyscloud_routing_skill.s: depends_on has to be a list of texts',
    ],
    [
      'a change to ignore that is no text',
      stack({ genesyscloud_routing_skill: { s: { name: 'S', lifecycle: [{ ignore_changes: [['name']] }] } } }),
      'genesyscloud_routing_skill.s: ignore_changes has to be a list of texts',
    ],
    [
      'a substitution that is no text',
      stack(
        { genesyscloud_flow: { f: { filepath: 'f.yaml', substitutions: { name: { a: 1 } } } } },
        {},
        { 'f.yaml': workflowYaml('{{name}}') },
      ),
      'genesyscloud_flow.f: substitutions has to be a map of texts, and is none at name',
    ],
    [
      'a circle',
      stack({
        genesyscloud_routing_skill: {
          s: { name: '${genesyscloud_routing_skill.t.name}' },
          t: { name: '${genesyscloud_routing_skill.s.name}' },
        },
      }),
      'genesyscloud_routing_skill.s: these need each other: ' +
        'genesyscloud_routing_skill.s → genesyscloud_routing_skill.t → genesyscloud_routing_skill.s',
    ],
    [
      'an expression that is not known',
      stack({ genesyscloud_routing_skill: { s: { name: '${timestamp()}' } } }),
      'genesyscloud_routing_skill.s: an expression cannot be evaluated here: the function timestamp is not known',
    ],
    [
      'what a data source does not find',
      stack({}, { data: { genesyscloud_routing_queue: { q: { name: 'Q' } } } }),
      'data.genesyscloud_routing_queue.q: the org has no queue "Q"',
    ],
    [
      'a variable without a value',
      stack({}, { variable: { password: { description: 'Password at the back office' } } }),
      'var.password: the variable password has no value (Password at the back office)',
    ],
  ])('tells the resource and what is wrong: %s', async (_what, wrongStack, message) => {
    expect(await refusalOf(did(wrongStack, localOrg()))).toContain(message);
  });
});

test('every variable without a value is told of at once', async () => {
  const withVariables = stack({}, { variable: { user: {}, password: {}, port: { default: '80' } } });
  const refusal = await refusalOf(did(withVariables, localOrg()));

  expect(refusal).toContain('var.user: the variable user has no value');
  expect(refusal).toContain('var.password: the variable password has no value');
  expect(refusal).not.toContain('port');
});

describe('the secret of an OAuth client', () => {
  const client = 'genesyscloud_oauth_client.c';
  const clientNamed = (name: string) =>
    stack({
      genesyscloud_auth_role: { r: { name: 'R' } },
      genesyscloud_oauth_client: {
        c: {
          name: 'C',
          authorized_grant_type: 'CLIENT-CREDENTIALS',
          expose_client_secret: true,
          roles: { role_id: '${genesyscloud_auth_role.r.id}' },
        },
      },
      genesyscloud_integration_credential: {
        k: {
          name,
          credential_type_name: 'pureCloudOAuthClient',
          fields: { clientId: `\${${client}.client_id}`, clientSecret: `\${${client}.client_secret}` },
        },
      },
    });
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'flowcdk-apply-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  test('goes where it is referred to, and into no state', async () => {
    const { state, requests } = await did(clientNamed('K'), localOrg());
    writeState(folder, state);
    const sent = requests.find(({ path }) => path === '/api/v2/integrations/credentials')?.body ?? '';
    const { clientSecret } = (JSON.parse(String(sent)) as { credentialFields: Record<string, string> })
      .credentialFields;

    expect(clientSecret).toMatch(/.{10}/);
    expect(readFileSync(join(folder, 'flowcdk-org-state.json'), 'utf8')).not.toContain(clientSecret);
  });

  test('is not known later, which matters only to what would need it', async () => {
    const org = localOrg();
    writeState(folder, (await did(clientNamed('K'), org)).state);
    const state = readState(folder);

    expect(new Set((await did(clientNamed('K'), org, { state })).steps.map((step) => step.split(' ')[0]))).toEqual(
      new Set(['unchanged']),
    );
    expect(await refusalOf(did(clientNamed('Other'), org, { state }))).toContain(
      `genesyscloud_integration_credential.k: it needs ${client}.client_secret of `,
    );
  });
});

test('a request that came too often is sent again after the pause the org asks for', async () => {
  const org = localOrg();
  const { send } = sending(org);
  const pauses: number[] = [];
  let refusals = 2;

  await applyStack(skill('A'), {
    send: async (request) =>
      request.method === 'POST' && refusals-- > 0
        ? { status: 429, headers: refusals > 0 ? { 'retry-after': '3' } : {}, body: '{"message":"slow down"}' }
        : send(request),
    pause: async (milliseconds) => void pauses.push(milliseconds),
  });

  expect(pauses).toEqual([3000, 2000]);
  expect(await namesIn(org, '/api/v2/routing/skills')).toEqual(['A']);
});
