// Lets the real provider judge what we synthesize and the local org it is deployed to:
//   every stack and environment   terraform init, validate
//   both stacks, on a local org   apply, plan (empty), changes, apply, plan (empty), destroy (org empty)
//   one of every resource         the same without changes
// Needs a terraform and a provider it can find. Without one nothing is claimed: it says "not run".
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dump, load } from 'js-yaml';
import { transpile } from './transpile.cjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = mkdtempSync(join(tmpdir(), 'flowcdk-provider-'));
const require = createRequire(import.meta.url);
let passed = 0;

const run = (command, args, cwd = root, env = {}) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { ok: status === 0, status, missing: error?.code === 'ENOENT', text: `${stdout ?? ''}${stderr ?? ''}` };
};

const must = (what, result) => {
  if (result.ok) return result;
  console.error(`${what} failed:\n${result.text}`);
  process.exitCode = 1;
  throw new Error(what);
};

const notRun = (why) => {
  console.log(`not run: provider not available (${why})`);
  console.log('This counts neither as passed nor as failed.');
};

const flowcdk = (args, cwd = root) => run('node', [join(root, 'dist/src/cli/main.js'), ...args], cwd);

/** False where there is no terraform or no provider. */
function init(folder, name) {
  const result = run('terraform', ['init', '-no-color', '-input=false'], folder);
  if (result.missing) {
    notRun('there is no terraform on this machine');
    return undefined;
  }
  const absent = /Failed to query available provider packages|could not connect|Failed to install provider/i;
  if (!result.ok && absent.test(result.text)) {
    notRun('terraform init found no mypurecloud/genesyscloud');
    return undefined;
  }
  must(`terraform init of ${name}`, result);
  return /Installed mypurecloud\/genesyscloud (\S+)/.exec(result.text)?.[1] ?? 'provider';
}

function validateAll() {
  for (const environment of [undefined, 'local']) {
    const out = join(work, environment ?? 'default');
    must('synth', flowcdk(['synth', '--out', out, ...(environment ? ['--env', environment] : [])]));
    for (const stack of readdirSync(join(out, 'stacks'))) {
      const folder = join(out, 'stacks', stack);
      const version = init(folder, stack);
      if (version === undefined) return false;
      must(`terraform validate of ${stack}`, run('terraform', ['validate', '-no-color'], folder));
      console.log(`${stack} (${environment ?? 'settings.yaml'}): valid for ${version}`);
      passed += 1;
    }
  }
  return true;
}

/** A local org on a free port. */
async function startOrg() {
  const org = spawn('node', [join(root, 'dist/src/cli/main.js'), 'org', '--port', '0', '--log', 'quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const port = await new Promise((resolve, reject) => {
    org.once('exit', (code) => reject(new Error(`the org ended with ${code}`)));
    org.stdout.on('data', (chunk) => {
      output += chunk;
      const found = /ready on http:\/\/127\.0\.0\.1:(\d+)/.exec(output);
      if (found) resolve(Number(found[1]));
    });
  });
  return {
    port,
    contents: async () => {
      const headers = { authorization: 'Bearer test' };
      return (await globalThis.fetch(`http://127.0.0.1:${port}/flowcdk/contents`, { headers })).json();
    },
    stop: async () => {
      const ended = once(org, 'exit');
      org.kill('SIGINT');
      await ended;
    },
  };
}

/** Fails fast, and needs no secrets that are any. */
const environmentOf = (folder) => {
  const { variable = {} } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8'));
  return {
    GENESYSCLOUD_CUSTOM_RETRY_TIMEOUT: '0s',
    ...Object.fromEntries(Object.keys(variable).map((name) => [`TF_VAR_${name}`, 'x'])),
  };
};

function terraform(folder, name, what, args, env = {}) {
  const before = Date.now();
  const result = run('terraform', [...args, '-no-color', '-input=false'], folder, { ...environmentOf(folder), ...env });
  must(`terraform ${what} of ${name}`, result);
  const seconds = ((Date.now() - before) / 1000).toFixed(1);
  const summary = /^(?:Apply complete!|Destroy complete!|No changes\.).*$/m.exec(result.text)?.[0] ?? '';
  console.log(`${name}: ${what}, ${seconds} s. ${summary}`);
  passed += 1;
}

const apply = (folder, name, what, env) => terraform(folder, name, what, ['apply', '-auto-approve'], env);
const planEmpty = (folder, name, env) => terraform(folder, name, 'plan is empty', ['plan', '-detailed-exitcode'], env);
const destroy = (folder, name, env) => terraform(folder, name, 'destroy', ['destroy', '-auto-approve'], env);

/** What stays for ever, here as in the cloud: outcomes, and what only tells what happened. */
const stays = ['token', 'flowJob', 'outcome', 'deletedUser'];

async function mustBeEmpty(org, before) {
  const after = await org.contents();
  const left = Object.keys(after).filter((kind) => !stays.includes(kind) && after[kind] !== before[kind]);
  if (left.length === 0) return;
  console.error(`the org is not empty: ${left.map((kind) => `${after[kind]} ${kind}`).join(', ')}`);
  process.exitCode = 1;
  throw new Error('org not empty');
}

/** What an administrator changes: texts, a queue's name, a number, a timeout. */
function changeSettings(settings) {
  const [line] = settings.supportLine.lines;
  line.texts.greeting = 'Good day. You have reached customer service.';
  line.numbers.push('+442079460199');
  settings.databases.alpha.timeout += 1;
  const { supportLine } = settings;
  const old = supportLine.queues.at(-1).name;
  supportLine.queues.at(-1).name = `${old}, new`;
  for (const reason of supportLine.reasons) if (reason.queue === old) reason.queue = `${old}, new`;
  if (supportLine.defaultQueue === old) supportLine.defaultQueue = `${old}, new`;
}

/** A contract that changes makes a new data action, and the flow that names it has to be published again. */
function changeContract(folder) {
  const file = join(folder, 'cdk.tf.json');
  const stack = JSON.parse(readFileSync(file, 'utf8'));
  const [action] = Object.values(stack.resource.genesyscloud_integration_action);
  const contract = JSON.parse(action.contract_output);
  contract.properties.added = { type: 'string' };
  action.contract_output = JSON.stringify(contract);
  writeFileSync(file, JSON.stringify(stack, null, 2));
}

async function applicationOnLocalOrg() {
  const org = await startOrg();
  try {
    const before = await org.contents();
    const project = join(work, 'project');
    mkdirSync(project);
    const settings = load(readFileSync(join(root, 'settings.yaml'), 'utf8'));
    const write = () => writeFileSync(join(project, 'settings.yaml'), dump(settings));
    const local = load(readFileSync(join(root, 'settings.local.yaml'), 'utf8'));
    local.provider.gateway = `http://127.0.0.1:${org.port}`;
    writeFileSync(join(project, 'settings.local.yaml'), dump(local));
    const synth = () => must('synth', flowcdk(['synth', '--env', 'local', '--out', 'out'], project));
    write();
    synth();
    const stacks = readdirSync(join(project, 'out/stacks')).map((name) => ({
      name,
      folder: join(project, 'out/stacks', name),
    }));
    for (const { name, folder } of stacks) {
      init(folder, name);
      apply(folder, name, 'apply');
      planEmpty(folder, name);
    }
    changeSettings(settings);
    write();
    synth();
    for (const { name, folder } of stacks) {
      changeContract(folder);
      apply(folder, name, 'changes');
      planEmpty(folder, name);
    }
    for (const { name, folder } of stacks.reverse()) destroy(folder, name);
    await mustBeEmpty(org, before);
  } finally {
    await org.stop();
  }
}

/** The provider manages parts of a queue as resources of their own only when it is told to. */
const STANDALONE = { ENABLE_STANDALONE_CGR: '1', ENABLE_STANDALONE_CGA: '1', ENABLE_STANDALONE_EMAIL_ADDRESS: '1' };

async function everyResourceOnLocalOrg() {
  const org = await startOrg();
  try {
    const before = await org.contents();
    const folder = join(work, 'every-resource');
    mkdirSync(folder);
    const load = (file) => {
      const source = join(root, file);
      const { code } = transpile(source, readFileSync(source, 'utf8'));
      const module = { exports: {} };
      const from = (name) => require(name.replace('../../src', join(root, 'dist/src')));
      new Function('module', 'exports', 'require', code)(module, module.exports, from);
      return module.exports;
    };
    const { addOneOfEveryResource } = load('test/provider/one-of-every-resource.ts');
    const { workflowYaml, callFlowYaml } = load('test/emulator/private/flows.ts');
    const { App, TerraformStack, Testing } = require(join(root, 'dist/src/cdktf.js'));
    const stack = new TerraformStack(new App(), 'every-resource');
    addOneOfEveryResource(stack);
    writeFileSync(join(folder, 'flow.yaml'), workflowYaml('Support'));
    writeFileSync(join(folder, 'call.yaml'), callFlowYaml('Support'));
    writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(deployable(JSON.parse(Testing.synth(stack)), org.port)));
    if (init(folder, 'every resource') === undefined) return;
    apply(folder, 'every resource', 'apply', STANDALONE);
    planEmpty(folder, 'every resource', STANDALONE);
    destroy(folder, 'every resource', STANDALONE);
    await mustBeEmpty(org, before);
  } finally {
    await org.stop();
  }
}

/** The example shows most of what can be given; here it has to make sense as a whole. */
function deployable({ resource, data }, port) {
  const only = (type) => Object.values(resource[type])[0];
  const address = (type) => `${type}.${Object.keys(resource[type])[0]}`;
  resource.genesyscloud_flow.call = { filepath: 'call.yaml' };
  const route = only('genesyscloud_architect_ivr');
  route.open_hours_flow_id = route.closed_hours_flow_id = '${genesyscloud_flow.call.id}';
  // An outcome stays, and would keep its division from being deleted.
  delete only('genesyscloud_flow_outcome').division_id;
  const { queue } = resource.genesyscloud_routing_queue;
  const parts = ['conditional_group_routing', 'conditional_group_activation', 'outbound_email_address'];
  const elsewhere = ['conditional_group_routing_rules', ...parts];
  resource.genesyscloud_routing_queue.queue = Object.fromEntries(
    Object.entries(queue).filter(([part]) => !elsewhere.includes(part)),
  );
  // Parts of one queue one after the other: the provider reads and writes the whole queue for each.
  parts.reduce((earlier, part) => {
    const type = `genesyscloud_routing_queue_${part}`;
    if (earlier !== undefined) only(type).depends_on = [address(earlier)];
    return type;
  }, undefined);
  for (const [type, sources] of Object.entries(data)) {
    const [source] = Object.values(sources);
    if (resource[type]) source.depends_on = Object.keys(resource[type]).map((name) => `${type}.${name}`);
    const name = resource[type] && only(type).name;
    if (name !== undefined && 'name' in source) source.name = name;
  }
  data.genesyscloud_integration['data-integration'].name = 'Customer databases';
  const token = data.genesyscloud_integration_custom_auth_action['data-token'];
  token.depends_on = [address('genesyscloud_integration_custom_auth_action')];
  const did = data.genesyscloud_telephony_providers_edges_did['data-number'];
  did.depends_on = [address('genesyscloud_telephony_providers_edges_did_pool')];
  // Integrations of type webhook are made in the cloud's own pages.
  delete data.genesyscloud_integration_webhook;
  const gateway = [{ protocol: 'http', host: '127.0.0.1', port: String(port) }];
  return {
    terraform: { required_providers: { genesyscloud: { source: 'mypurecloud/genesyscloud', version: '~> 1.82' } } },
    provider: { genesyscloud: [{ oauthclient_id: 'local', oauthclient_secret: 'local', gateway }] },
    resource,
    data,
  };
}

try {
  must('build', run('npm', ['run', '--silent', 'build']));
  if (validateAll()) {
    await applicationOnLocalOrg();
    await everyResourceOnLocalOrg();
    console.log(`${passed} passed, 0 failed`);
  }
} catch (problem) {
  if (!process.exitCode) throw problem;
} finally {
  rmSync(work, { recursive: true, force: true });
}
