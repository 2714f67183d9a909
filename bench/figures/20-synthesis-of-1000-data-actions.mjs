// What our layers add to CDKTF: a thousand data actions in one process, from definitions (checks, constructs, references)
// and with the resource classes alone, beside CDKTF alone with the same resources. Declaring them (typed contracts,
// templates) is told apart, since the others are given ready-made texts.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure } from '../measure.mjs';

const COUNT = 1000;
const GOAL = 1.5;

export default async function synthesisOf1000DataActions({ root }) {
  const require = createRequire(join(root, 'package.json'));
  const cdktf = require('cdktf');
  const flowcdk = { ...require('flowcdk'), ...require('flowcdk/templates') };
  const constructs = require('./packages/flowcdk/dist/constructs/index.js');
  const provider = require('@flowcdk/provider-genesyscloud');
  const work = mkdtempSync(join(tmpdir(), 'flowcdk-bench-'));
  const numbers = Array.from({ length: COUNT }, (_, i) => i);
  try {
    const declare = () => dataActions(flowcdk, numbers);
    const declared = declare();
    const definitions = () => {
      const { synthesize, OrganizationStack } = constructs;
      const { findings } = synthesize(
        (app) => [
          new OrganizationStack(app, 'ours', { organization: { region: 'eu-central-1' }, definitions: declared }),
        ],
        { outdir: join(work, 'definitions') },
      );
      if (findings) throw new Error(JSON.stringify(findings[0]));
    };
    definitions();
    // What came out is what the others are given: the same thousand resources.
    const { resource } = JSON.parse(readFileSync(join(work, 'definitions/stacks/ours/cdk.tf.json'), 'utf8'));
    const bodies = Object.values(resource.genesyscloud_integration_action).map((body) => without(body, '//'));
    if (bodies.length !== COUNT) throw new Error(`${bodies.length} data actions instead of ${COUNT}`);

    const resources = () => {
      const { app, stack } = emptyStack(cdktf, join(work, 'resources'));
      bodies.forEach((body, i) => new provider.IntegrationAction(stack, `action-${i}`, camelCased(body)));
      app.synth();
    };
    const bare = () => {
      const { app, stack } = emptyStack(cdktf, join(work, 'bare'));
      const Bare = bareResource(cdktf);
      bodies.forEach((body, i) => new Bare(stack, `action-${i}`, globalThis.structuredClone(body)));
      app.synth();
    };
    const times = await measure({ declare, definitions, resources, bare }, { rounds: 7, warmUp: 2 });
    for (const name of ['definitions', 'resources', 'bare']) mustHaveWritten(join(work, name));
    return [
      {
        name: '1,000 data actions: declared',
        value: times.declare,
        unit: 'ms',
        peer: 'no peer',
        peerValue: null,
        ratio: null,
        goal: null,
        met: null,
      },
      figure('definitions to Terraform JSON', times.definitions, times.bare),
      figure('resource classes to Terraform JSON', times.resources, times.bare),
    ];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const figure = (what, value, peerValue) => ({
  name: `1,000 data actions: ${what}`,
  value,
  unit: 'ms',
  peer: 'bare cdktf, the same resources',
  peerValue,
  ratio: value / peerValue,
  goal: `≤ ${GOAL} ×`,
  met: value / peerValue <= GOAL,
});

function dataActions(
  { at, credential, dataAction, optional, seconds, secret, string, url, userDefined, webServices },
  numbers,
) {
  const integration = webServices({ name: 'Shop', credential: userDefined({ apiKey: secret('api_key', 'API key') }) });
  const actions = numbers.map((n) =>
    dataAction({
      name: `Find order ${n}`,
      integration,
      input: { orderNumber: string({ description: 'The number on the bill' }) },
      output: { status: optional(string()), carrier: string(), customerName: optional(string()) },
      request: ({ orderNumber }) => ({
        method: 'GET',
        url: url`https://shop.example/orders/${orderNumber}?part=${String(n)}`,
        headers: { 'X-Api-Key': credential('apiKey') },
      }),
      response: {
        status: at('$.order.status'),
        carrier: at('$.order.carrier', { default: 'unknown' }),
        customerName: at('$.order.customer.name'),
      },
      timeout: seconds(5),
    }),
  );
  return [integration, ...actions];
}

const generator = { providerName: 'genesyscloud', providerVersion: '1.82.0' };

function emptyStack({ App, TerraformProvider, TerraformStack }, outdir) {
  const app = new App({ outdir, stackTraces: false });
  const stack = new TerraformStack(app, 'stack');
  new TerraformProvider(stack, 'genesyscloud', {
    terraformResourceType: 'genesyscloud',
    terraformProviderSource: 'mypurecloud/genesyscloud',
    terraformGeneratorMetadata: generator,
  });
  return { app, stack };
}

/** What `cdktf get` would generate, without its types. */
const bareResource = ({ TerraformResource }) =>
  class extends TerraformResource {
    constructor(scope, id, body) {
      super(scope, id, {
        terraformResourceType: 'genesyscloud_integration_action',
        terraformGeneratorMetadata: generator,
      });
      this.body = body;
    }
    synthesizeAttributes() {
      return this.body;
    }
  };

/** Attributes as the typed classes take them; the keys of maps stay as they are. */
const camelCased = ({ config_request, config_response, ...rest }) => ({
  ...keysInCamelCase(without(rest, 'depends_on')),
  configRequest: keysInCamelCase(config_request),
  configResponse: keysInCamelCase(config_response),
});
const keysInCamelCase = (body) =>
  Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key.replace(/_([a-z])/g, (_, c) => c.toUpperCase()), value]),
  );

const without = (body, unwanted) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== unwanted));

function mustHaveWritten(folder) {
  const [stack] = readdirSync(join(folder, 'stacks'));
  const { resource } = JSON.parse(readFileSync(join(folder, 'stacks', stack, 'cdk.tf.json'), 'utf8'));
  const written = Object.keys(resource.genesyscloud_integration_action).length;
  if (written !== COUNT) throw new Error(`${folder}: ${written} data actions instead of ${COUNT}`);
}
