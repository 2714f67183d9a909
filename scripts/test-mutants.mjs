// Changes the code in small ways and looks whether a test notices: the engines, the evaluator of expressions, the rules and
// the runtime. A change that no test notices is a survivor: a test is missing, or the code does nothing there.
//
//   npm run test:mutants                            all of them; hours
//   npm run test:mutants -- --sample 200 --minutes 8   some of them by a seed, for at most so long
//   npm run test:mutants -- --only engines          engines, expressions, rules or runtime
//   npm run test:mutants -- --file PATH             those of one file
//   npm run test:mutants -- --seed 7                another sample; without it the last commit is the seed
//   npm run test:mutants -- --least 85              fails where fewer percent were noticed
//   npm run test:mutants -- --json FILE             writes every mutant with what came of it
//
// The checkout is never changed: each worker has a copy. For each mutant the nearest tests run, up to --tests files (by
// their name, then by the fewest imports), and stop at the first failure. StrykerJS would run every test once before its
// first mutant, for which a sample of eight minutes has no time.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf, mutated } from './test-mutants/mutants.mjs';
import { nearestTests } from './test-mutants/nearest-tests.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// A mutant may survive only the whole of the tests.
process.env.FLOWCDK_TEST = 'thorough';

const areas = {
  engines: /^packages\/data-action-engines\/src\//,
  expressions: /^packages\/flowcdk\/src\/architect\/expressions\//,
  rules: /^packages\/flowcdk\/src\/check\//,
  runtime: /^packages\/flowcdk\/src\/emulator\/runtime\//,
};

const packages = {
  flowcdk: 'packages/flowcdk',
  '@flowcdk/data-action-engines': 'packages/data-action-engines',
  '@flowcdk/provider-genesyscloud': 'packages/provider-genesyscloud',
};

/** Milliseconds after which a mutant counts as noticed: it runs in circles. */
const TOO_LONG = 90_000;

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string' },
    minutes: { type: 'string' },
    only: { type: 'string' },
    file: { type: 'string' },
    seed: { type: 'string' },
    least: { type: 'string', default: '0' },
    tests: { type: 'string', default: '12' },
    workers: { type: 'string', default: '2' },
    json: { type: 'string' },
  },
});

const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' }).stdout ?? '';
const files = [...new Set(git('ls-files', '--cached', '--others', '--exclude-standard').split('\n'))].filter(Boolean);

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function chanceOf(seed) {
  let state = [...seed].reduce((sum, character) => (Math.imul(sum, 31) + character.codePointAt(0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled(all, chance) {
  const left = [...all];
  for (let i = left.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance() * (i + 1));
    [left[i], left[j]] = [left[j], left[i]];
  }
  return left;
}

const areaOf = (file) => Object.keys(areas).find((name) => areas[name].test(file));

/** What the options choose. */
function chosenFiles() {
  const sources = files.filter((file) => file.endsWith('.ts') && areaOf(file) !== undefined);
  if (options.file !== undefined) return sources.filter((file) => file === options.file);
  return options.only === undefined ? sources : sources.filter((file) => areaOf(file) === options.only);
}

/** A copy of the checkout, which shares what npm installed. It has the same path each time: jest knows its files again. */
function copyOfCheckout(worker) {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
  const folder = join(tmpdir(), `flowcdk-mutants-${checkout}-${worker}`);
  rmSync(folder, { recursive: true, force: true });
  for (const file of files) cpSync(join(root, file), join(folder, file), { force: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

const running = new Set();
const copies = [];

/** Whether all these tests pass in a copy. */
function testsPass(copy, tests) {
  const args = ['node_modules/jest/bin/jest.js', '--runInBand', '--silent', '--bail', '--runTestsByPath', ...tests];
  // A group of its own, so that what tests start ends with them.
  const child = spawn(process.execPath, args, { cwd: copy, stdio: 'ignore', detached: process.platform !== 'win32' });
  running.add(child);
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(child), TOO_LONG);
    child.on('exit', (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code === 0);
    });
  });
}

function end(child) {
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

const percent = (part, whole) => (whole === 0 ? 100 : (100 * part) / whole).toFixed(1);
const place = ({ file, line, column }) => `${file}:${line}:${column}`;
const oneLine = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/\s+/g, ' ');

async function main() {
  if (options.only !== undefined && !(options.only in areas)) {
    console.error(`--only ${options.only}: choose one of ${Object.keys(areas).join(', ')}`);
    return 2;
  }
  const sources = chosenFiles();
  if (sources.length === 0) {
    console.error(`--file ${options.file}: no such source file among those that are tested`);
    return 2;
  }
  const seed = options.seed ?? git('rev-parse', '--short', 'HEAD').trim();
  const all = shuffled(
    sources.flatMap((file) => mutantsOf(root, file)),
    chanceOf(seed),
  );
  const waiting = all.slice(0, Number(options.sample ?? all.length));
  const until = options.minutes === undefined ? Infinity : Date.now() + Number(options.minutes) * 60_000;
  const testsOf = nearestTests(
    root,
    files.filter((file) => file.endsWith('.ts')),
    packages,
  );
  console.log(`${waiting.length} of ${all.length} mutants in ${sources.length} files, seed ${seed}`);

  const results = [];
  const judge = async (copy, mutant) => {
    const near = testsOf(mutant.file);
    const engines = near.filter((test) => test.startsWith('packages/data-action-engines/'));
    // The engines' own tests are quick: all of them run.
    const tests = areaOf(mutant.file) === 'engines' ? engines : near.slice(0, Number(options.tests));
    const path = join(copy, mutant.file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, mutated(text, mutant));
    const survived = tests.length === 0 || (await testsPass(copy, tests));
    writeFileSync(path, text);
    results.push({ ...mutant, survived });
    if (survived) console.log(`survived  ${place(mutant)}  ${oneLine(mutant.was)} → ${oneLine(mutant.by)}`);
  };
  for (let worker = 1; worker <= Number(options.workers); worker += 1) copies.push(copyOfCheckout(worker));
  await Promise.all(
    copies.map(async (copy) => {
      while (waiting.length > 0 && Date.now() < until) await judge(copy, waiting.shift());
    }),
  );

  for (const area of Object.keys(areas)) {
    const ofArea = results.filter(({ file }) => areaOf(file) === area);
    const noticed = ofArea.filter(({ survived }) => !survived).length;
    if (ofArea.length > 0) console.log(`${area}: ${noticed} of ${ofArea.length} noticed`);
  }
  const noticed = results.filter(({ survived }) => !survived).length;
  const score = percent(noticed, results.length);
  console.log(`score: ${score} % (${noticed} of ${results.length} noticed), seed ${seed}`);
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ seed, score, results }, null, 2)}\n`);
  if (Number(score) >= Number(options.least)) return 0;
  console.log(`fewer than ${options.least} % were noticed`);
  return 1;
}

process.on('exit', () => {
  running.forEach(end);
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

process.exitCode = await main();
