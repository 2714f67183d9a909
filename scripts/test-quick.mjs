// Runs the tests that the changed files reach, and says how many of all these are.
//
//   npm run test:quick                     what changed since the branch left origin/main, else since the last commit
//   npm run test:quick -- --since HEAD~3   what changed since another commit
//
// A module reaches the tests that import it, however indirectly. Any other file (a page, settings, a golden file) reaches
// the tests whose text names it or the folder it lies in. What every test runs on reaches all of them.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const USAGE = 'npm run test:quick [-- --since <commit>] [--list]';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');

/** Files that every test runs on. */
const GROUND = [
  /^(package(-lock)?\.json|tsconfig\.json|jest\.config\.js)$/,
  /^packages\/[^/]+\/package\.json$/,
  /^packages\/flowcdk\/typescript\//,
];

// A change has to pass the whole of the tests that it reaches.
process.env.FLOWCDK_TEST = 'thorough';
const { since, list } = readArguments();
const changed = changedSince(since);
const all = listed([]);
const reached = changed.some((file) => GROUND.some((pattern) => pattern.test(file))) ? all : reachedBy(changed);

const shown = (files) => `${files} ${files === 1 ? 'file' : 'files'}`;
console.log(`${shown(changed.length)} changed since ${since}: ${reached.length} of ${all.length} test files`);
if (list) for (const file of reached) console.log(`  ${relative(root, file)}`);
else if (reached.length > 0) {
  const { status } = spawnSync(process.execPath, [jest, '--runTestsByPath', ...reached], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
}

function reachedBy(files) {
  const modules = files.filter((file) => /\.(ts|cjs|mjs|js|json)$/.test(file) && existsSync(join(root, file)));
  const others = files.filter((file) => !/\.(ts|cjs|mjs|js)$/.test(file));
  const importing = modules.length === 0 ? [] : listed(['--findRelatedTests', ...modules]);
  const naming = others.length === 0 ? [] : all.filter((test) => isNamedIn(readFileSync(test, 'utf8'), test, others));
  return [...new Set([...importing, ...naming])].sort();
}

/** Whether a test names one of the files, or lies beside it, or names its folder. */
function isNamedIn(text, test, files) {
  return files.some((file) => {
    const folder = basename(dirname(file));
    const beside = dirname(join(root, file)).startsWith(`${dirname(test)}/`);
    return (
      beside || text.includes(basename(file)) || (folder !== '.' && new RegExp(`['"\`/]${folder}['"\`/]`).test(text))
    );
  });
}

/** Paths of tests. */
function listed(args) {
  const output = execFileSync(process.execPath, [jest, '--listTests', ...args], { cwd: root, encoding: 'utf8' });
  return output
    .split('\n')
    .filter((line) => line.endsWith('.test.ts'))
    .sort();
}

function changedSince(commit) {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n');
  return [
    ...new Set([
      ...git('diff', '--name-only', '--no-renames', commit),
      ...git('ls-files', '--others', '--exclude-standard'),
    ]),
  ]
    .filter((file) => file !== '')
    .sort();
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: { since: { type: 'string' }, list: { type: 'boolean', default: false }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(USAGE);
      process.exit(0);
    }
    const commit = values.since ?? mergeBase();
    execFileSync('git', ['rev-parse', '--verify', '--quiet', `${commit}^{commit}`], { cwd: root, stdio: 'pipe' });
    return { since: commit, list: values.list };
  } catch (problem) {
    const message = problem.status === undefined ? problem.message : '--since names no commit of this repository';
    console.error(`${message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** Where the branch left origin/main; without one the last commit. */
function mergeBase() {
  const { status, stdout } = spawnSync('git', ['merge-base', 'HEAD', 'origin/main'], { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim().slice(0, 12) : 'HEAD';
}
