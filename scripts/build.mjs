// Turns TypeScript into JavaScript under dist/, file by file and only where the source is newer.
// Types are `npm run typecheck`'s business; this is what makes `npm start` quick.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transpile } from './transpile.cjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const out = join(root, 'dist');
const folders = ['src', 'flows', 'data-actions', 'triggers'];

const modified = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const filesIn = (folder, ending) =>
  statSync(folder, { throwIfNoEntry: false })
    ? readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith(ending) && !name.endsWith('.d.ts'))
        .map((name) => join(folder, name))
    : [];

const compilerChanged = Math.max(
  ...['package-lock.json', 'scripts/transpile.cjs'].map((file) => modified(join(root, file))),
);

for (const folder of folders) {
  const expected = new Set();
  for (const source of filesIn(join(root, folder), '.ts')) {
    const target = join(out, relative(root, source)).replace(/\.ts$/, '.js');
    expected.add(target);
    if (modified(target) >= Math.max(modified(source), compilerChanged)) continue;
    const { code, map } = transpile(source, readFileSync(source, 'utf8'), target);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(`${target}.map`, map);
    writeFileSync(target, `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
  }
  for (const built of filesIn(join(out, folder), '.js')) {
    if (!expected.has(built)) rmSync(built);
  }
}
