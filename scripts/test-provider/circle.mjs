// Two flows that name each other, where a first version of one of them breaks the circle: two resources publish one flow.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { apply, destroy, fail, flowcdk, init, must, pass, planEmpty, root, run, terraform } from './terraform.mjs';
import { applyWithoutTerraform, mustHoldTheSame } from './without-terraform.mjs';

const require = createRequire(import.meta.url);
require(join(root, 'packages/flowcdk/typescript/register.cjs'));

const what = 'circle of flows';

/** A call flow of a file that greets and leads to another flow, or hangs up. */
const callFlow = (name, says, next) => `inboundCall:
  name: ${name}
  startUpRef: /inboundCall/tasks/task[Greet]
  defaultLanguage: en-us
  supportedLanguages: { en-us: { none: true } }
  tasks:
    - task:
        name: Greet
        refId: Greet
        actions:
          - playAudio: { name: Greet, audio: { tts: ${says} } }
${next ? `          - transferToFlow: { name: On, targetFlow: { name: ${next} } }\n` : ''}          - disconnect: { name: Over }
`;

function circle(folder, gateway) {
  const { flowFromYaml } = require(join(root, 'packages/flowcdk/src/index.ts'));
  const { OrganizationStack, synthesize } = require(join(root, 'packages/flowcdk/src/constructs/index.ts'));
  mkdirSync(folder, { recursive: true });
  const outdir = join(folder, 'out');
  return {
    folder: join(outdir, 'stacks/circle'),
    /** Writes the files of the flows and their stack. The shop has a first version where it is asked for. */
    synth: (flows, firstVersion = true) => {
      const definitions = Object.entries(flows).map(([name, text]) => {
        const file = join(folder, `${name}.yaml`);
        writeFileSync(file, text);
        return flowFromYaml(file, { firstVersion: firstVersion && name === 'shop' });
      });
      synthesize((app) => [new OrganizationStack(app, 'circle', { organization: { gateway }, definitions })], {
        outdir,
      });
    },
  };
}

/** Fails unless the published version of each flow, and of no other, says its text. */
function mustSay(folder, url, texts) {
  const pulled = mkdtempSync(join(folder, 'pulled-'));
  must('pull', flowcdk(['pull', '--org', url, '--out', pulled], folder, { FLOWCDK_ORG_TOKEN: 'test' }));
  const files = readdirSync(join(pulled, 'flows')).map((name) => readFileSync(join(pulled, 'flows', name), 'utf8'));
  rmSync(pulled, { recursive: true });
  for (const text of texts) if (!files.some((file) => file.includes(text))) fail(`${what}: no flow says "${text}"`);
  if (files.length !== texts.length) fail(`${what}: the org has ${files.length} flows`);
}

/** Applies, changes and ends a circle on `org`, and beside it on `own` without Terraform. */
export async function circleOfFlows(work, org, own, states) {
  const place = join(work, 'circle');
  const { folder, synth } = circle(place, org.url);
  const deployWithTerraform = (step, texts) => {
    apply(folder, what, step);
    planEmpty(folder, what);
    mustSay(place, org.url, texts);
  };
  const deploy = (step, texts) => {
    deployWithTerraform(step, texts);
    applyWithoutTerraform([folder], own.url, `${what}: ${step}`);
    mustSay(place, own.url, texts);
    mustHoldTheSame(work, ...states, `${what}, ${step}`);
  };

  const shop = callFlow('Shop', 'This is the shop', 'Orders');
  const orders = callFlow('Orders', 'These are orders', 'Shop');
  synth({ shop, orders });
  init(folder, what);
  deploy('apply', ['This is the shop', 'These are orders']);

  const newShop = callFlow('Shop', 'The shop is new', 'Orders');
  synth({ shop: newShop, orders });
  deploy('change of the flow with a first version', ['The shop is new', 'These are orders']);

  synth({ shop: newShop, orders: callFlow('Orders', 'Orders are new', 'Shop') });
  deploy('change of the other flow', ['The shop is new', 'Orders are new']);

  const destroyed = terraform(folder, ['destroy', '-auto-approve']);
  if (destroyed.ok || !/is in use and cannot be deleted: flow '/.test(destroyed.text))
    fail(`${what}: nothing stopped the destroy of a circle:\n${destroyed.text}`);
  pass(`${what}: destroy names what is in use`);

  const ended = { shop: newShop, orders: callFlow('Orders', 'Orders end here') };
  synth(ended);
  deploy('the circle ends', ['The shop is new', 'Orders end here']);

  must('terraform state rm', run('terraform', ['state', 'rm', 'genesyscloud_flow.shop-first-version'], folder));
  synth(ended, false);
  deployWithTerraform('without a first version', ['The shop is new', 'Orders end here']);
  destroy(folder, what);
  await org.mustBeEmpty();
}
