// Opens the pages of `flowcdk inspect` and of the back office in a real browser: every kind of page, with keys and clicks,
// and axe-core.
//
//   npm run test:browser
//   npm run test:browser -- wallboard -t search
//
// Needs Chromium: Debian's `chromium`, or what FLOWCDK_CHROMIUM names. Without one nothing is claimed: it says "not run".
// Where CI=true, that is a failure.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from './chromium.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

if (chromium === undefined) {
  console.error(
    'Pages in a browser: not run, as there is no Chromium (install the package chromium, or set FLOWCDK_CHROMIUM).',
  );
  process.exitCode = process.env.CI === 'true' ? 1 : 0;
} else {
  // Behind what the caller chooses, because jest takes every text behind --testMatch for one more pattern.
  const tests = [
    '--runInBand',
    '--testPathIgnorePatterns',
    '/node_modules/',
    '--testMatch',
    '**/packages/*/test/browser/*.test.ts',
  ];
  const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2), ...tests], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FLOWCDK_CHROMIUM: chromium },
  });
  process.exitCode = status ?? 1;
}
