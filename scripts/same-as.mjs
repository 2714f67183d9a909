// Keeps what the code does today in a folder, and compares with it after a change that is to change nothing:
// `npm run same-as FOLDER`. The first run writes, each later one compares. It keeps the event log of every test that
// runs an org, the findings and the formatting of the public flows, and all that is synthesized.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const flowcdk = join(root, 'packages/flowcdk/bin/flowcdk.cjs');
const [folder] = process.argv.slice(2);

if (folder === undefined) {
  console.error('npm run same-as FOLDER: the first run keeps what the code does, each later one compares with it');
  process.exit(2);
}

if (existsSync(folder)) {
  const now = mkdtempSync(join(tmpdir(), 'flowcdk-same-as-'));
  record(now);
  process.exitCode = compare(resolve(folder), now) ? 0 : 1;
  if (process.exitCode === 0) rmSync(now, { recursive: true });
  else console.log(`what the code does now is kept in ${now}`);
} else {
  mkdirSync(folder, { recursive: true });
  record(resolve(folder));
  console.log(`kept in ${folder}: ${filesOf(folder).length} files`);
}

function record(into) {
  synthesized(join(into, 'synthesized'));
  publicFlows(into);
  events(join(into, 'events'));
}

function synthesized(into) {
  run('synthesis', [flowcdk, 'synth', '--out', into]);
}

/** The findings of each public flow, and what `format` makes of it. Without the corpus there are none. */
function publicFlows(into) {
  for (const corpus of ['../shared/corpus/flows', '../shared/trials/flows'].map((path) => join(root, path))) {
    if (!existsSync(corpus)) continue;
    const files = readdirSync(corpus, { recursive: true }).filter((name) => /\.ya?ml$/.test(name));
    const place = corpus.includes('trials') ? 'trials' : 'corpus';
    mkdirSync(join(into, 'findings'), { recursive: true });
    mkdirSync(join(into, 'formatted', place), { recursive: true });
    const paths = files.toSorted().map((name) => join(corpus, name));
    const { stdout } = run('check', [flowcdk, 'check', '--json', ...paths]);
    writeFileSync(join(into, 'findings', `${place}.json`), indented(stdout));
    for (const path of paths) {
      const copy = join(into, 'formatted', place, basename(path));
      writeFileSync(copy, readFileSync(path));
    }
    run('format', [flowcdk, 'format', join(into, 'formatted', place)]);
  }
}

function indented(json) {
  return `${JSON.stringify(JSON.parse(json), null, 1).replaceAll(root, '')}\n`;
}

/** The tests run with a listener on every event log. A test that fails, or is new, is no difference. */
function events(into) {
  mkdirSync(into, { recursive: true });
  const { stderr } = run(
    'tests',
    [
      join(root, 'node_modules/jest/bin/jest.js'),
      ...[join(root, 'test/'), 'packages/flowcdk/test/emulator', 'packages/flowcdk/test/testing', '--silent'],
      // Last, because it takes every word behind it.
      `--setupFilesAfterEnv=${join(root, 'scripts/same-as/keep-events.ts')}`,
    ],
    { FLOWCDK_KEEP_EVENTS: into },
  );
  console.log(stderr.trimEnd().split('\n').slice(-5).join('\n'));
}

function run(what, args, env = {}) {
  console.log(`${what} …`);
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
  });
  if (result.error) throw result.error;
  return result;
}

function compare(before, now) {
  const [old, current] = [before, now].map((place) => new Set(filesOf(place)));
  const both = [...old].filter((name) => current.has(name));
  const different = both.filter(
    (name) => readFileSync(join(before, name), 'utf8') !== readFileSync(join(now, name), 'utf8'),
  );
  for (const name of different) console.log(`different: ${name}`);
  for (const name of [...old].filter((each) => !current.has(each))) console.log(`gone: ${name}`);
  for (const name of [...current].filter((each) => !old.has(each))) console.log(`new: ${name}`);
  console.log(`${both.length - different.length} of ${both.length} files are the same`);
  return different.length === 0;
}

function filesOf(place) {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))
    .toSorted();
}
