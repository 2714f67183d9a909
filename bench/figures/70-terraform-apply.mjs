// `terraform apply` of the application to a local org, beside as many of Terraform's own `terraform_data`, which nobody
// is asked for. What the provider sleeps by itself is taken out: it would sleep as long with any org.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../../scripts/test-provider/application.mjs';
import { withOrg } from '../../scripts/test-provider/local-org.mjs';
import { init, must, terraform } from '../../scripts/test-provider/terraform.mjs';

const GOAL = 3;
const ROUNDS = 3;
/** Seconds the provider 1.82 waits before it sends the numbers of a call route. With one token, routes wait in turn. */
const SLEEP_OF_A_ROUTE = 3;

export default async function terraformApply() {
  const work = mkdtempSync(join(tmpdir(), 'flowcdk-bench-'));
  try {
    return await figure(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function figure(work) {
  const name = 'terraform apply of the application to a local org';
  const goal = `≤ ${GOAL} ×`;
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    const measured = await withOrg(async ({ url }) => applied(join(work, `round-${round}`), url));
    if (measured.absent) {
      const peer = `terraform_data: not measured (${measured.absent})`;
      return [{ name, value: null, unit: 's', peer, peerValue: null, ratio: null, goal, met: null }];
    }
    rounds.push(measured);
  }
  const [{ count, slept }] = rounds;
  const [value, peerValue, start] = ['ours', 'peer', 'start'].map((which) =>
    median(rounds.map((round) => round[which])),
  );
  return [
    {
      name:
        `${name} (${count} resources; without ${slept} s the provider sleeps before it sends numbers, ` +
        `with ${start.toFixed(1)} s in which it starts)`,
      value,
      unit: 's',
      peer: `apply of ${count} terraform_data`,
      peerValue,
      ratio: value / peerValue,
      goal,
      met: value / peerValue <= GOAL,
    },
  ];
}

/** Seconds to apply all stacks to a new org, and as many resources of Terraform's own. */
function applied(folder, url) {
  const stacks = project(folder, url)
    .synth()
    .map((stack) => ({ ...stack, ...resourcesIn(stack.folder) }));
  for (const stack of stacks) {
    const { absent } = init(stack.folder, stack.name);
    if (absent) return { absent };
  }
  const peers = stacks.map(({ name, count }) => asMany(join(folder, `peer-${name}`), count));
  const starts = stacks.map((stack) => startOf(join(folder, `start-${stack.name}`), stack.folder));
  const sum = (numbers) => numbers.reduce((a, b) => a + b);
  const slept = sum(stacks.map(({ turns }) => turns * SLEEP_OF_A_ROUTE));
  return {
    count: sum(stacks.map(({ count }) => count)),
    slept,
    ours: sum(stacks.map((stack) => seconds(stack.folder))) - slept,
    peer: sum(peers.map(seconds)),
    start: sum(starts.map(seconds)),
  };
}

const seconds = (folder) => must('terraform apply', terraform(folder, ['apply', '-auto-approve'])).seconds;

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function resourcesIn(folder) {
  const { resource, provider } = JSON.parse(readFileSync(join(folder, 'cdk.tf.json'), 'utf8'));
  const count = Object.values(resource).reduce((sum, named) => sum + Object.keys(named).length, 0);
  const routes = Object.keys(resource.genesyscloud_architect_ivr ?? {}).length;
  return { count, turns: Math.ceil(routes / provider.genesyscloud[0].token_pool_size) };
}

/** A configuration of so many resources that Terraform keeps to itself. */
function asMany(folder, count) {
  mkdirSync(folder);
  const data = Object.fromEntries(Array.from({ length: count }, (_, i) => [`data-${i}`, { input: `text ${i}` }]));
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ resource: { terraform_data: data } }));
  must('terraform init', terraform(folder, ['init']));
  return folder;
}

/** The same stack with nothing in it but one look at the org, which is mostly what the provider takes to start. */
function startOf(folder, stackFolder) {
  mkdirSync(folder);
  const { terraform: settings, provider } = JSON.parse(readFileSync(join(stackFolder, 'cdk.tf.json'), 'utf8'));
  const data = { genesyscloud_organizations_me: { org: {} } };
  writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify({ terraform: settings, provider, data }));
  init(folder, 'start');
  return folder;
}
