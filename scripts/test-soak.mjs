// What takes too long for every run: the local org under 10,000 mixed requests, with its memory measured after garbage is
// collected, and under 10,000 random ones; the start from long journals; and the back office killed 200 times on each of its
// databases, which takes half an hour.
//
//   npm run test:soak -- --at-most-seconds 120     as often as fits into two minutes on each database; it says how often
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { 'at-most-seconds': { type: 'string' } } });
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(
  process.execPath,
  [
    '--expose-gc',
    jest,
    '--runInBand',
    'packages/flowcdk/test/emulator/soak.test.ts',
    'packages/flowcdk/test/emulator/hostile.test.ts',
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, FLOWCDK_REQUESTS: '10000' } },
);
const journal = spawnSync(process.execPath, [join(root, 'scripts/test-soak/journal.mjs')], { stdio: 'inherit' });
const limit = values['at-most-seconds'] === undefined ? [] : ['--at-most-seconds', values['at-most-seconds']];
const rounds = ['--rounds-only', '--rounds', '200', ...limit];
const killed = spawnSync(process.execPath, [join(root, 'scripts/test-back-office.mjs'), ...rounds], {
  stdio: 'inherit',
});
process.exitCode = (status ?? 1) || (journal.status ?? 1) || (killed.status ?? 1);
