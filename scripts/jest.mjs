// Runs jest with what is given, and understands two options more: --thorough runs every test whole, which `npm test` does
// not (packages/flowcdk/test/private/thorough.ts); --flow-coverage tells afterwards which ways of the flows
// never ran; --flow-coverage=80 fails where a flow was covered less than 80 %.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const isCoverage = (arg) => /^--flow-coverage(=|$)/.test(arg);
const isThorough = (arg) => arg === '--thorough';
const options = process.argv.slice(2).filter((arg) => !isThorough(arg));
if (process.argv.some(isThorough)) process.env.FLOWCDK_TEST = 'thorough';
const coverage = options.find(isCoverage);
const threshold = coverage?.split('=')[1];

const run = (script, args, env = {}) =>
  spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  }).status ?? 1;

if (threshold !== undefined && !(Number(threshold) >= 0 && Number(threshold) <= 100)) {
  console.error(`--flow-coverage=${threshold}: the threshold is a number of percent, 0 to 100`);
  process.exitCode = 2;
} else if (coverage === undefined) {
  process.exitCode = run('node_modules/jest/bin/jest.js', options);
} else {
  const built = run('scripts/build.cjs', []);
  const reporters = [
    '--reporters=default',
    `--reporters=${join(root, 'packages/flowcdk/dist/testing/coverage-reporter.js')}`,
  ];
  const env = threshold === undefined ? {} : { FLOWCDK_FLOW_COVERAGE_THRESHOLD: threshold };
  const args = [...options.filter((arg) => !isCoverage(arg)), ...reporters];
  process.exitCode = built === 0 ? run('node_modules/jest/bin/jest.js', args, env) : built;
}
