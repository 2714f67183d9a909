// Measures published flows and writes the tables of docs/published-flows.md and docs/import.md: `npm run corpus-table`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const corpus = join(root, '../shared/corpus/flows');

if (existsSync(corpus)) {
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'scripts/jest.mjs'),
      '--thorough',
      'packages/flowcdk/test/docs/published-flows',
      'packages/flowcdk/test/docs/explored-flows',
      'packages/flowcdk/test/import/corpus.full',
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, UPDATE_DOCS: '1' } },
  );
  process.exitCode = status ?? 1;
} else {
  console.error(`there are no published flows: ${corpus} does not exist`);
  process.exitCode = 2;
}
