// Lets the real provider judge what we synthesize and the local org it is deployed to:
//   every stack and environment   terraform init, validate
//   both stacks, on a local org   apply, plan (empty), changes, apply, plan (empty), destroy (org empty)
//   the second application        the same
//   one of every resource         the same
//   one of every definition       the same, with an emergency that goes on during a deployment
//   circle of flows               two flows of files that name each other, of which one has a first version
//   public style                  configurations as others write them: bare resources, a module, names without depends_on
//   beside both                   flowcdk org apply to a second org, which has to hold the same in the end
//
//   npm run test:provider
//   npm run test:provider -- --only definitions      or application, callback, resources, circle, public
//   npm run test:provider -- --rounds 50 --seed 7    random changes of the settings, each applied and planned again
//   npm run test:provider -- --mistakes              what Terraform prints of mistakes, as docs/emulator.md has it
//
// Needs a terraform and a provider it can find. Without one nothing is claimed: it says "not run".
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { changeCallback, changeDefinitions, changeSettings, project } from './test-provider/application.mjs';
import { circleOfFlows } from './test-provider/circle.mjs';
import { declareEmergency, everyDefinition, mustBeInEmergency } from './test-provider/every-definition.mjs';
import { everyResource, STANDALONE } from './test-provider/every-resource.mjs';
import { withOrg } from './test-provider/local-org.mjs';
import { mistakes } from './test-provider/mistakes.mjs';
import { publicStyle } from './test-provider/public-style.mjs';
import { randomChanges } from './test-provider/rounds.mjs';
import {
  apply,
  destroy,
  Failed,
  fail,
  flowcdk,
  init,
  must,
  pass,
  passed,
  planEmpty,
  run,
  terraform,
} from './test-provider/terraform.mjs';
import { applyWithoutTerraform, mustHoldTheSame } from './test-provider/without-terraform.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '0' },
    seed: { type: 'string' },
    mistakes: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const rounds = Number(options.rounds);
const seed = Number(options.seed ?? Date.now() % 100_000);
const work = mkdtempSync(join(tmpdir(), 'flowcdk-provider-'));
const inWork = (name) => join(work, name);

/** The version of the provider; undefined where there is none. */
function validateAll() {
  let version;
  for (const environment of [undefined, 'local']) {
    const out = inWork(environment ?? 'default');
    must('synth', flowcdk(['synth', '--out', out, ...(environment ? ['--env', environment] : [])]));
    for (const stack of readdirSync(join(out, 'stacks'))) {
      const folder = join(out, 'stacks', stack);
      const outcome = init(folder, stack);
      if (outcome.absent) {
        console.log(`not run: provider not available (${outcome.absent})`);
        console.log('This counts neither as passed nor as failed.');
        return undefined;
      }
      ({ version } = outcome);
      must(`terraform validate of ${stack}`, run('terraform', ['validate', '-no-color'], folder));
      pass(`${stack} (${environment ?? 'settings.yaml'}): valid for ${version}`);
    }
  }
  return version;
}

/** Two orgs that keep what they hold: one for Terraform, one for `flowcdk org apply`. */
const withTwoOrgs = (name, test, options = []) => {
  const states = [inWork(`${name}-terraform`), inWork(`${name}-own`)];
  const [first, other] = states.map((state) => ['--state', state, ...options]);
  return withOrg((org) => withOrg((own) => test(org, own, states), other), first);
};

const application = () =>
  withTwoOrgs('application', async (org, own, states) => {
    const { settings, synth } = project(inWork('project'), org.url);
    const stacks = synth();
    const folders = stacks.map(({ folder }) => folder);
    for (const { name, folder } of stacks) {
      init(folder, name);
      apply(folder, name, 'apply');
      planEmpty(folder, name);
    }
    applyWithoutTerraform(folders, own.url, 'application: apply');
    mustHoldTheSame(work, ...states, 'application');
    changeSettings(settings);
    synth();
    for (const { name, folder } of stacks) {
      changeDefinitions(folder);
      apply(folder, name, 'changes');
      planEmpty(folder, name);
    }
    applyWithoutTerraform(folders, own.url, 'application: changes');
    mustHoldTheSame(work, ...states, 'application, changed');
    for (const { name, folder } of [...stacks].reverse()) destroy(folder, name);
    await org.mustBeEmpty();
  });

/** The second application, with a trigger that compares with the id of a wrap-up code after the change. */
const callback = () =>
  withTwoOrgs('callback', async (org, own, states) => {
    const what = 'unhappy-customer-callback';
    const { settings, synth } = project(inWork('callback-project'), org.url, `applications/${what}`);
    const [{ folder }] = synth();
    init(folder, what);
    apply(folder, what, 'apply');
    planEmpty(folder, what);
    applyWithoutTerraform([folder], own.url, `${what}: apply`);
    mustHoldTheSame(work, ...states, what);
    changeCallback(settings);
    synth();
    apply(folder, what, 'changes');
    planEmpty(folder, what);
    applyWithoutTerraform([folder], own.url, `${what}: changes`);
    mustHoldTheSame(work, ...states, `${what}, changed`);
    destroy(folder, what);
    await org.mustBeEmpty();
  });

/**
 * The provider takes the activation of groups from the queue again: where it writes the address for mail, it writes the
 * whole queue and leaves that part out.
 */
const lostByTheProvider = ["queue 'Overflow' / conditionalGroupActivation"];

const oneOfEveryResource = () =>
  withTwoOrgs('every-resource', async (org, own, states) => {
    const folder = inWork('every-resource');
    const { change } = everyResource(folder, org.port);
    init(folder, 'every resource');
    const holdTheSame = (what) => mustHoldTheSame(work, ...states, what, lostByTheProvider);
    apply(folder, 'every resource', 'apply', STANDALONE);
    planEmpty(folder, 'every resource', STANDALONE);
    applyWithoutTerraform([folder], own.url, 'every resource: apply');
    holdTheSame('every resource');
    change();
    apply(folder, 'every resource', 'changes', STANDALONE);
    planEmpty(folder, 'every resource', STANDALONE);
    applyWithoutTerraform([folder], own.url, 'every resource: changes');
    holdTheSame('every resource, changed');
    destroy(folder, 'every resource', STANDALONE);
    await org.mustBeEmpty();
  });

const oneOfEveryDefinition = () => {
  const { seed, synth } = everyDefinition(inWork('every-definition'));
  const what = 'every definition';
  return withTwoOrgs(
    'every-definition',
    async (org, own, states) => {
      const folder = synth(org.url);
      init(folder, what);
      apply(folder, what, 'apply');
      planEmpty(folder, what);
      applyWithoutTerraform([folder], own.url, `${what}: apply`);
      mustHoldTheSame(work, ...states, what);
      for (const { url } of [org, own]) await declareEmergency(url, 'Power cut');
      planEmpty(folder, `${what}, in an emergency`);
      synth(org.url, true);
      apply(folder, what, 'changes');
      planEmpty(folder, what);
      applyWithoutTerraform([folder], own.url, `${what}: changes`);
      mustHoldTheSame(work, ...states, `${what}, changed`);
      for (const { url } of [org, own]) await mustBeInEmergency(url, 'Power cut');
      destroy(folder, what);
      await org.mustBeEmpty();
    },
    ['--seed', seed],
  );
};

const randomRounds = () =>
  withOrg(async (org) => {
    console.log(`${rounds} random rounds; --seed ${seed} repeats them`);
    const { settings, synth } = project(inWork('rounds'), org.url);
    const next = randomChanges(settings, seed);
    const stacks = synth();
    for (const { name, folder } of stacks) {
      init(folder, name);
      must(`terraform apply of ${name}`, terraform(folder, ['apply', '-auto-approve']));
    }
    for (let round = 1; round <= rounds; round++) {
      const changes = next();
      synth();
      const times = stacks.map(({ name, folder }) => {
        const what = `round ${round} (${changes}): ${name}`;
        const applied = must(`${what}: apply`, terraform(folder, ['apply', '-auto-approve']));
        const planned = must(`${what}: plan is not empty`, terraform(folder, ['plan', '-detailed-exitcode']));
        return [applied, planned].map(({ seconds }) => `${seconds.toFixed(1)} s`).join(' + ');
      });
      pass(`round ${round}, ${times.join(', ')}: ${changes}`);
    }
  });

const parts = {
  application,
  callback,
  resources: oneOfEveryResource,
  definitions: oneOfEveryDefinition,
  circle: () => withTwoOrgs('circle', (org, own, states) => circleOfFlows(work, org, own, states)),
  public: () => withOrg((org) => publicStyle(inWork('public-style'), org)),
};

try {
  if (!Number.isInteger(rounds) || rounds < 0 || !Number.isInteger(seed))
    fail('--rounds and --seed take whole numbers');
  if (options.only !== undefined && !Object.hasOwn(parts, options.only))
    fail(`--only takes one of ${Object.keys(parts).join(', ')}`);
  must('build', run('npm', ['run', '--silent', 'build']));
  const before = Date.now();
  if (validateAll() !== undefined) {
    if (options.mistakes) await mistakes(inWork);
    else if (rounds > 0) await randomRounds();
    else {
      for (const [part, test] of Object.entries(parts)) if (part === (options.only ?? part)) await test();
    }
    console.log(`${passed()} passed, 0 failed, ${((Date.now() - before) / 1000).toFixed(0)} s`);
  }
} catch (problem) {
  if (!(problem instanceof Failed)) throw problem;
} finally {
  rmSync(work, { recursive: true, force: true });
}
