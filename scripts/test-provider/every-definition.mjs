// A stack with every definition, and one in which something of each has changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fail, root } from './terraform.mjs';
import { testModule } from './test-module.mjs';

const require = createRequire(import.meta.url);

/** Gives the file with what the org has already, and a way to write the stack; it gives the stack's folder. */
export function everyDefinition(folder) {
  const { everyDefinition: definitions, seed } = testModule('test/constructs/every-definition.ts');
  const { OrganizationStack, synthesize } = require(join(root, 'dist/src/constructs/index.js'));
  const { findingText } = require(join(root, 'dist/src/finding.js'));
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
