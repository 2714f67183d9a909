// Makes the packages as they are published: each in a folder of its own with JavaScript, type declarations, README and
// LICENSE, and nothing else; then their tarballs, where a folder is named.
//
//   npm run package                    node_modules/.cache/flowcdk/packages/<name>
//   npm run package -- --out folder    the tarballs too
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { applicationTemplate } from './application-template.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const staged = join(root, 'node_modules/.cache/flowcdk/packages');
/** Each before those that need its declarations. */
const packages = ['data-action-engines', 'provider-genesyscloud', 'flowcdk', 'back-office'];

const { values } = parseArgs({ options: { out: { type: 'string' } } });

require('./build.cjs');
for (const name of packages) declare(join(root, 'packages', name));
for (const name of packages) stage(name);
applicationTemplate(join(staged, 'flowcdk/templates/caller-identification'));
if (values.out !== undefined) {
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  for (const name of packages) {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', out], {
      cwd: join(staged, name),
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
  }
}

/** Type declarations beside the JavaScript; only what changed is worked out again. */
function declare(folder) {
  for (const name of filesIn(join(folder, 'dist'))) {
    const source = join(folder, 'src', name.replace(/\.d\.ts$/, '.ts'));
    if (name.endsWith('.d.ts') && !existsSync(source)) rmSync(join(folder, 'dist', name));
  }
  const state = join(root, 'node_modules/.cache/flowcdk', `${folder.split(/[\\/]/).at(-1)}.tsbuildinfo`);
  // What was removed, dist and all, has to be written again.
  if (!existsSync(join(folder, 'dist/index.d.ts'))) rmSync(state, { force: true });
  const project = ['--project', join(folder, 'tsconfig.build.json'), '--incremental', '--tsBuildInfoFile', state];
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), ...project], { stdio: 'inherit' });
}

function stage(name) {
  const [from, to] = [join(root, 'packages', name), join(staged, name)];
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const { files } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const part of ['package.json', 'README.md', ...files]) {
    cpSync(join(from, part), join(to, part), { recursive: true, filter: (file) => !file.endsWith('.js.map') });
  }
  cpSync(join(root, 'LICENSE'), join(to, 'LICENSE'));
  // Lines are where they were in the sources, which are not published: maps would lead nowhere.
  for (const file of filesIn(join(to, 'dist')).filter((name) => name.endsWith('.js'))) {
    const path = join(to, 'dist', file);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n$/, '\n'));
  }
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => statSync(join(folder, name)).isFile());
}
