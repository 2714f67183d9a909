// A stack with every definition, and one in which something of each has changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fail, root } from './terraform.mjs';

const require = createRequire(import.meta.url);
require(join(root, 'packages/flowcdk/typescript/register.cjs'));

/** Gives the file with what the org has already, and a way to write the stack; it gives the stack's folder. */
export function everyDefinition(folder) {
  const { everyDefinition: definitions, seed } = require(
    join(root, 'packages/flowcdk/test/constructs/every-definition.ts'),
  );
  const { architectDefinitions } = require(join(root, 'packages/flowcdk/test/constructs/architect-definitions.ts'));
  const { OrganizationStack, synthesize } = require(join(root, 'packages/flowcdk/src/constructs/index.ts'));
  const { findingText } = require(join(root, 'packages/flowcdk/src/ground/finding.ts'));
  mkdirSync(folder, { recursive: true });
  const seedFile = join(folder, 'seed.yaml');
  writeFileSync(seedFile, seed);
  return {
    seed: seedFile,
    synth: (gateway, changed = false) => {
      const outdir = join(folder, 'out');
      const { findings } = synthesize(
        (app) => [
          new OrganizationStack(app, 'every-definition', {
            organization: { gateway },
            definitions: [...definitions(changed), ...architectDefinitions(join(folder, 'recordings'), { changed })],
          }),
        ],
        { outdir },
      );
      if (findings) fail(findings.map(findingText).join('\n'));
      return join(outdir, 'stacks/every-definition');
    },
  };
}

/** Somebody switches an emergency group on, as people do in Genesys Cloud. */
export async function declareEmergency(url, name) {
  const group = await emergencyGroup(url, name);
  await ask(`${url}/api/v2/architect/emergencygroups/${group.id}`, {
    method: 'PUT',
    body: JSON.stringify({ ...group, enabled: true }),
  });
}

/** Fails where a deployment has switched it off again. */
export async function mustBeInEmergency(url, name) {
  const { enabled } = await emergencyGroup(url, name);
  if (enabled !== true) fail(`a deployment has ended the emergency ${name}`);
}

async function emergencyGroup(url, name) {
  const { entities } = await ask(`${url}/api/v2/architect/emergencygroups?name=${encodeURIComponent(name)}`);
  return entities[0] ?? fail(`the org has no emergency group ${name}`);
}

async function ask(url, options = {}) {
  // The org closes what is idle; nobody here would notice while Terraform runs.
  const headers = { authorization: 'Bearer test', 'content-type': 'application/json', connection: 'close' };
  const response = await globalThis.fetch(url, { headers, ...options });
  if (!response.ok) fail(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
