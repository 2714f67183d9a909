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
            definitions: definitions(changed),
          }),
        ],
        { outdir },
      );
      if (findings) fail(findings.map(findingText).join('\n'));
      return join(outdir, 'stacks/every-definition');
    },
  };
}
