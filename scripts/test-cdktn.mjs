// Runs the tests with cdktn, CDKTF's living successor, in its place. It is fetched on demand into a cache folder, so
// that the project does not depend on it. Arguments go to jest. Without the npm registry nothing is claimed: "not run".
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 'cdktn@0.24';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, 'node_modules/.cache/flowcdk/cdktn');
const installed = join(cache, 'node_modules/cdktn');

/** The reason why it cannot be had; undefined where it can. */
function fetchCdktn() {
  const marker = join(cache, 'wanted');
  if (existsSync(marker) && readFileSync(marker, 'utf8') === WANTED && existsSync(installed)) return undefined;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  // Peers are left out: the project's own constructs is the only one there may be.
  const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-package-lock'];
  const { status, stderr, error } = spawnSync('npm', ['install', '--prefix', cache, ...options, WANTED], {
    cwd: cache,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) return error?.message ?? /npm error (?:code )?(.*)/.exec(stderr)?.[1] ?? `npm ended with ${status}`;
  writeFileSync(marker, WANTED);
  return undefined;
}

const reason = fetchCdktn();
if (reason) {
  console.log(`not run: npm could not fetch ${WANTED} (${reason})`);
  console.log('This counts neither as passed nor as failed.');
} else {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const config = join(cache, 'jest.config.cjs');
  writeFileSync(config, jestConfig());
  console.log(`cdktn ${version} in place of cdktf`);
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(process.execPath, [jest, '--config', config, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

/** The project's own configuration with other modules behind two names. */
function jestConfig() {
  const mapped = { '^cdktf$': installed, '^constructs$': join(root, 'node_modules/constructs') };
  return `const config = require(${JSON.stringify(join(root, 'jest.config.js'))});
const moduleNameMapper = { ...config.moduleNameMapper, ...${JSON.stringify(mapped)} };
module.exports = { ...config, rootDir: ${JSON.stringify(root)}, moduleNameMapper };
`;
}
