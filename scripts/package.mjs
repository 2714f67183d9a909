// Makes the packages ready to be published: JavaScript and type declarations under each dist/, made anew; then their
// tarballs, where a folder is named.
//
//   npm run package                    dist/ of every package
//   npm run package -- --out folder    the tarballs too
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
/** Each before those that need its declarations. */
const packages = ['data-action-engines', 'provider-genesyscloud', 'flowcdk'].map((name) =>
  join(root, 'packages', name),
);

const { values } = parseArgs({ options: { out: { type: 'string' } } });

for (const folder of packages) rmSync(join(folder, 'dist'), { recursive: true, force: true });
require('./build.cjs');
for (const folder of packages) {
  execFileSync(
    process.execPath,
    [require.resolve('typescript/bin/tsc'), '--project', join(folder, 'tsconfig.build.json')],
    {
      stdio: 'inherit',
    },
  );
}
if (values.out !== undefined) {
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  for (const folder of packages) {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', out], {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
}
