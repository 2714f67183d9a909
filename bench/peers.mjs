// Peers that are not dependencies of ours: fetched on demand, each into its own cache folder.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * The exports of a published package; `undefined` where npm cannot fetch it.
 *
 * @param {string} root
 * @param {string} name
 * @param {string} version
 * @param {readonly string[]} more options of `npm install`
 */
export async function fetchPeer(root, name, version, more = []) {
  const cache = join(root, 'node_modules/.cache/flowcdk', `${name}@${version}`);
  if (!existsSync(join(cache, 'node_modules', name, 'package.json'))) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=1', ...more];
    const install = ['install', '--prefix', cache, ...options, `${name}@${version}`];
    const { status } = spawnSync('npm', install, { cwd: cache, stdio: 'ignore', timeout: 120_000 });
    if (status !== 0) return undefined;
  }
  const main = createRequire(join(cache, 'package.json')).resolve(name);
  return import(pathToFileURL(main).href);
}
