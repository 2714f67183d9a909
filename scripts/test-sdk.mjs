// Lets the official JavaScript SDK of Genesys Cloud speak to the local org: test/emulator/sdk. It is large, so it is
// fetched on demand into a temporary folder and never belongs to the project. Arguments go to jest. Without the npm
// registry nothing is claimed: "not run".
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WANTED = 'purecloud-platform-client-v2@262.0.0';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'flowcdk-sdk-'));

/** The reason why it cannot be had; undefined where it can. */
function fetchSdk() {
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];
  const { status, stderr, error } = spawnSync('npm', ['install', '--loglevel=error', ...options, WANTED], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return undefined;
  return error?.message ?? /npm error (?:code )?(.*)/.exec(stderr)?.[1] ?? `npm ended with ${status}`;
}

try {
  const reason = fetchSdk();
  if (reason) {
    console.log(`not run: npm could not fetch ${WANTED} (${reason})`);
    console.log('This counts neither as passed nor as failed.');
  } else {
    const installed = join(folder, 'node_modules/purecloud-platform-client-v2');
    const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    console.log(`purecloud-platform-client-v2 ${version}`);
    const jest = [
      join(root, 'node_modules/jest/bin/jest.js'),
      'packages/flowcdk/test/emulator/sdk',
      ...process.argv.slice(2),
    ];
    const { status } = spawnSync(process.execPath, jest, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, FLOWCDK_SDK: installed },
    });
    process.exitCode = status === 0 ? 0 : 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
