// The packages as somebody else has them: packed, installed into an empty folder, and a project of every template written
// with what was installed and installed itself. Then packages/flowcdk/test/installed looks at all that. Arguments go to
// jest. Without the npm registry nothing is claimed: "not run".
//
//   npm run test:installed
//   npm run test:installed -- -t reception
//   npm run test:installed -- --keep          says where the folder is and leaves it there
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const keep = process.argv.includes('--keep');
const work = mkdtempSync(join(tmpdir(), 'flowcdk-installed-'));
const templates = ['reception', 'blank', 'caller-identification'];
const began = Date.now();
const step = (what) => console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${what}`);

class CannotRun extends Error {}

/** Runs a command and gives what it said; with `log` that is kept for the tests, too. */
function run(command, args, { cwd, log, orElse = 'throw' }) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32' && command === 'npm',
    // npm tells those that it starts of itself; a user's npm does not.
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/.test(name))),
  });
  const said = `${stdout ?? ''}${stderr ?? ''}`;
  if (log) writeFileSync(join(work, log), said);
  if (status === 0) return said;
  if (orElse === 'not run' && /E(NOTFOUND|AI_AGAIN|CONNREFUSED|TIMEDOUT)|network/i.test(said)) {
    throw new CannotRun(/npm error (?:code )?(.*)/.exec(said)?.[1] ?? said.trim());
  }
  throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? said}`);
}

const INSTALL = ['install', '--no-audit', '--no-fund', '--prefer-offline'];

function prepare() {
  step('the packages are packed');
  run(process.execPath, [join(root, 'scripts/package.mjs'), '--out', join(work, 'tarballs')], { cwd: root });
  step('they are installed into an empty folder');
  const first = join(work, 'first');
  mkdirSync(first);
  writeFileSync(join(first, 'package.json'), '{ "private": true }\n');
  const tarballs = readdirSync(join(work, 'tarballs')).map((name) => join('../tarballs', name));
  run('npm', [...INSTALL, ...tarballs], { cwd: first, log: 'first.log', orElse: 'not run' });
  const flowcdk = join(first, 'node_modules/flowcdk/bin/flowcdk.cjs');
  for (const template of templates) {
    step(`the template ${template} is written and installed`);
    run(process.execPath, [flowcdk, 'init', `../${template}`, '--template', template], {
      cwd: first,
      log: `${template}.init.log`,
    });
    run('npm', INSTALL, { cwd: join(work, template), log: `${template}.log` });
  }
}

try {
  prepare();
  step('and looked at');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const args = ['packages/flowcdk/test/installed', '--runInBand', ...process.argv.slice(2)].filter(
    (arg) => arg !== '--keep',
  );
  const { status } = spawnSync(process.execPath, [jest, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FLOWCDK_INSTALLED: work },
  });
  process.exitCode = status === 0 ? 0 : 1;
} catch (problem) {
  if (!(problem instanceof CannotRun)) throw problem;
  console.log(`not run: npm could not install the packages (${problem.message})`);
  console.log('This counts neither as passed nor as failed.');
} finally {
  if (keep) console.log(work);
  else rmSync(work, { recursive: true, force: true });
}
