// Mistakes, and what Terraform prints of them: the table of docs/emulator.md says it, this checks every line of it.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withOrg } from './local-org.mjs';
import { fail, init, must, pass, root, terraform } from './terraform.mjs';

/** What "at once" may take: a command of Terraform, the provider's start and the requests before the mistake. */
const AT_ONCE = 6;

const workflow = (actions = '', key = 'refId') => `workflow:
  name: Support
  startUpRef: /workflow/states/state[Begin]
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      none: true
  settingsErrorHandling:
    errorHandling:
      endWorkflow:
        none: true
  states:
    - state:
        name: Begin
        ${key}: Begin
        actions:
${actions}          - endWorkflow:
              name: End
`;

const askDataAction = `          - callData:
              name: Ask
              category:
                Customers:
                  dataAction:
                    Find customer: {}
`;

const toQueue = `inboundCall:
  name: Support line
  startUpRef: /inboundCall/tasks/task[Begin]
  defaultLanguage: en-us
  supportedLanguages:
    en-us:
      defaultLanguageSkill:
        noValue: true
  settingsErrorHandling:
    errorHandling:
      disconnect:
        none: true
  tasks:
    - task:
        name: Begin
        refId: Begin
        actions:
          - transferToAcd:
              name: To the queue
              targetQueue:
                lit:
                  name: Ordres
          - disconnect:
              name: Hang up
`;

const flow = (yaml) => ({ resource: { genesyscloud_flow: { f: { filepath: 'f.yaml' } } }, yaml });

const trigger = (values) => ({
  resource: {
    genesyscloud_flow: { f: { filepath: 'f.yaml' } },
    genesyscloud_processautomation_trigger: {
      t: {
        name: 'T',
        enabled: true,
        topic_name: 'v2.detail.events.conversation.{id}.acw',
        match_criteria: '[]',
        target: [{ type: 'Workflow', id: '${genesyscloud_flow.f.id}' }],
        ...values,
      },
    },
  },
  yaml: workflow(),
});

const route = (name, dnis) => ({ resource: { genesyscloud_architect_ivr: { [name]: { name, dnis: [dnis] } } } });

const division = { genesyscloud_auth_division: { d: { name: 'Customer care' } } };
const credential = {
  genesyscloud_integration_credential: {
    c: { name: 'Database', credential_type_name: 'basicAuth', fields: { userName: 'u', password: 'p' } },
  },
};

const wrapupCode = { resource: { genesyscloud_routing_wrapupcode: { w: { name: 'W' } } } };

/**
 * Each mistake by its name in the table. `before` is what the org has already, as requests; `applied` is what Terraform
 * applied before the mistake is made.
 */
const kinds = {
  'a misspelt key in a flow': flow(workflow('', 'refIdd')),
  'a data action that is not there': flow(workflow(askDataAction)),
  'a queue that is not there': flow(toQueue),
  'a topic that is no name of one': trigger({ topic_name: 'end of call' }),
  'a condition that cannot be read': trigger({
    match_criteria: '[{"jsonPath":"$.callbackNumbers[","operator":"Equal","value":"x"}]',
  }),
  'a target that is not there': trigger({
    target: [{ type: 'Workflow', id: '3e6a1b5c-0000-4000-8000-000000000001' }],
  }),
  'a number of no pool': route('J', '+4930123456'),
  'a number that is taken': {
    before: [['/api/v2/architect/ivrs', { name: 'I', dnis: ['+442079460101'] }]],
    ...route('J', '+442079460101'),
  },
  'a credential in use is destroyed': {
    applied: { resource: credential },
    use: ({ credential: id }) => [
      ['/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' } }],
      [
        'PUT',
        (integrationId) => `/api/v2/integrations/${integrationId}/config/current`,
        { name: 'Database', version: 1, credentials: { basicAuth: { id } } },
      ],
    ],
    resource: {},
  },
  'a division in use is destroyed': {
    applied: { resource: division },
    use: ({ division: id }) => [['/api/v2/flows/outcomes', { name: 'Served', division: { id } }]],
    resource: {},
  },
  'a resource the local org does not know': {
    resource: { genesyscloud_knowledge_knowledgebase: { k: { name: 'K', core_language: 'en-US' } } },
  },
  'a permission is missing (`--enforce-permissions`)': {
    options: ['--enforce-permissions'],
    client: clientThatOnlyLooks,
    ...wrapupCode,
  },
  'a secret that is wrong, a client that is inactive': {
    client: async (org) => ({ ...(await clientThatOnlyLooks(org)), secret: 'another' }),
    ...wrapupCode,
  },
  'a name that is taken': {
    before: [['/api/v2/architect/ivrs', { name: 'One' }]],
    resource: { genesyscloud_architect_ivr: { one: { name: 'One' } } },
  },
};

export async function mistakes(inWork) {
  const rows = tableOf(readFileSync(join(root, 'docs/emulator.md'), 'utf8'));
  const untold = Object.keys(kinds).filter((name) => !rows.some((row) => row.name === name));
  if (untold.length > 0) fail(`docs/emulator.md does not tell of ${untold.join(', ')}`);
  for (const [i, row] of rows.entries()) {
    if (row.printed.startsWith('nothing')) continue;
    const mistake = kinds[row.name];
    if (!mistake) fail(`docs/emulator.md tells of ${row.name}, which is not tried`);
    await withOrg((org) => tried(row, mistake, inWork(`mistake-${i}`), org), mistake.options);
  }
}

/** `| mistake | what is printed | after |` */
const tableOf = (document) => {
  const [, section = ''] = /\n## Mistakes[^\n]*\n([\s\S]*?)\n## /.exec(document) ?? [];
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => {
    const [name, printed, after] = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { name, printed: printed.replace(/^`+|`+$/g, '').replaceAll('\\|', '|'), after };
  });
};

async function tried({ name, printed, after }, mistake, folder, org) {
  mkdirSync(folder);
  const client = await mistake.client?.(org);
  const write = ({ resource, yaml }) => {
    if (yaml) writeFileSync(join(folder, 'f.yaml'), yaml);
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(config(resource, org.port, client), null, 2));
  };
  await sent(org, mistake.before ?? []);
  write(mistake.applied ?? mistake);
  must(`terraform init for ${name}`, { ok: init(folder, name).version !== undefined, text: '' });
  if (mistake.applied) {
    must(`terraform apply before ${name}`, terraform(folder, ['apply', '-auto-approve']));
    await sent(org, mistake.use(idsIn(folder)));
    write(mistake);
  }
  const { ok, text, seconds } = terraform(folder, ['apply', '-auto-approve']);
  if (ok) fail(`${name}: terraform apply found nothing wrong`);
  const said = text.replace(/[\s│╷╵]+/g, ' ');
  let from = 0;
  for (const part of printed.split('…').map((piece) => piece.trim().replace(/\s+/g, ' '))) {
    const at = said.indexOf(part, from);
    if (at < 0) fail(`${name}: terraform apply does not print\n  ${part}\nbut\n${text}`);
    from = at + part.length;
  }
  const most = AT_ONCE + Number(/^\d+/.exec(after)?.[0] ?? 0);
  if (seconds > most) fail(`${name}: terraform apply took ${seconds.toFixed(1)} s, more than ${most} s`);
  pass(`${name}: told after ${seconds.toFixed(1)} s`);
  rmSync(folder, { recursive: true });
}

const config = (resource, port, { id = 'local', secret = 'local' } = {}) => ({
  terraform: { required_providers: { genesyscloud: { source: 'mypurecloud/genesyscloud', version: '~> 1.82' } } },
  provider: {
    genesyscloud: [
      {
        oauthclient_id: id,
        oauthclient_secret: secret,
        token_pool_size: 1,
        gateway: [{ protocol: 'http', host: '127.0.0.1', port: String(port) }],
      },
    ],
  },
  ...(Object.keys(resource).length > 0 ? { resource } : {}),
});

/** `{ division: id }`, from the state of Terraform. */
const idsIn = (folder) =>
  Object.fromEntries(
    JSON.parse(readFileSync(join(folder, 'terraform.tfstate'), 'utf8')).resources.map(({ type, instances }) => [
      type.split('_').at(-1),
      instances[0].attributes.id,
    ]),
  );

/** Sends requests, each `[path, body]` or `[method, path, body]`; a path may use the id the one before was given. */
async function sent(org, requests) {
  let created;
  for (const request of requests) {
    const [method, path, body] = request.length === 3 ? request : ['POST', ...request];
    const answer = await globalThis.fetch(`${org.url}${typeof path === 'function' ? path(created) : path}`, {
      method,
      headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) fail(`${method} ${path}: ${answer.status} ${text}`);
    created = JSON.parse(text).id ?? created;
  }
  return created;
}

/** An OAuth client that may look at queues and nothing else. */
async function clientThatOnlyLooks(org) {
  const policy = { domain: 'routing', entityName: 'queue', actionSet: ['view'] };
  const roleId = await sent(org, [
    ['/api/v2/authorization/roles', { name: 'Looks at queues', permissionPolicies: [policy] }],
  ]);
  const everywhere = { roleId, divisionId: '*' };
  const body = { name: 'Looks at queues', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions: [everywhere] };
  const answer = await globalThis.fetch(`${org.url}/api/v2/oauth/clients`, {
    method: 'POST',
    headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { id, secret } = await answer.json();
  return { id, secret };
}
