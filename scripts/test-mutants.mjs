// Changes the code in small ways and looks whether a test notices: the engines, the evaluator of expressions, the rules and
// the runtime. A change that no test notices is a survivor: a test is missing, or the code does nothing there.
//
//   npm run test:mutants                            all of them; about an hour
//   npm run test:mutants -- --sample 200 --minutes 8   some of them by a seed, for at most so long
//   npm run test:mutants -- --only engines          engines, expressions, rules or runtime
//   npm run test:mutants -- --file PATH             those of one file
//   npm run test:mutants -- --seed 7                another sample; without it the last commit is the seed
//   npm run test:mutants -- --least 85              fails where fewer percent were noticed
//   npm run test:mutants -- --json FILE             writes every mutant with what came of it
//   npm run test:mutants -- --continue FILE         goes on from the --json of another run; what changed since is judged anew
//   npm run test:mutants -- --continue FILE --again    judges its survivors once more: after new tests, or with more --tests
//
// The checkout is never changed: jest reads every mutant of a file at once, each behind a switch. A test file runs once
// without a mutant, which shows what each of its tests reaches. Then those tests of the nearest files (by their name, then
// by the fewest imports) run that reach a mutant, until the first failure: up to --tests files and --seconds in all.
// StrykerJS does the same, but would run every test before its first mutant, for which a sample of eight minutes has no
// time, and every test that reaches a mutant, for which the runtime has too many.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import areasOfSources from './test-mutants/areas.cjs';
import mutants from './test-mutants/mutants.cjs';
import { judge } from './test-mutants/judge.mjs';
import { nearestTests } from './test-mutants/nearest-tests.mjs';
import { Reached } from './test-mutants/reached.mjs';
import { Worker } from './test-mutants/workers.mjs';

// A mutant may survive only the whole of the tests.
process.env.FLOWCDK_TEST = 'thorough';

const { areaOf, areas } = areasOfSources;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const packages = {
  flowcdk: 'packages/flowcdk',
  '@flowcdk/data-action-engines': 'packages/data-action-engines',
  '@flowcdk/provider-genesyscloud': 'packages/provider-genesyscloud',
};

/** Test files that run once to see whether they reach a mutant; what is farther away hardly knows of it. */
const NEAR_ENOUGH = 40;
/** So many mutants of a file go to a worker together. */
const PART = 80;
/** Milliseconds between two lines that say how far it is. */
const PROGRESS = 60_000;

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string' },
    minutes: { type: 'string' },
    only: { type: 'string' },
    file: { type: 'string' },
    seed: { type: 'string' },
    least: { type: 'string', default: '0' },
    tests: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '3' },
    workers: { type: 'string', default: '2' },
    json: { type: 'string' },
    continue: { type: 'string' },
    again: { type: 'boolean', default: false },
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

/** What the options choose. */
function chosenFiles() {
  const sources = files.filter((file) => file.endsWith('.ts') && areaOf(file) !== undefined);
  if (options.file !== undefined) return sources.filter((file) => file === options.file);
  return options.only === undefined ? sources : sources.filter((file) => areaOf(file) === options.only);
}

const fingerprint = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

const percent = (part, whole) => (whole === 0 ? 100 : (100 * part) / whole).toFixed(1);
const place = ({ file, line, column }) => `${file}:${line}:${column}`;
const nameOf = ({ file, index }) => `${file} ${index}`;
const oneLine = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/\s+/g, ' ');

const change = ({ was, by }) => `${oneLine(was)} → ${oneLine(by)}`;

/** Mutants of the same file go together, in parts that two workers can share. */
function parts(chosen) {
  const all = [];
  for (const mutant of chosen) {
    const open = all.find((part) => part[0].file === mutant.file && part.length < PART);
    if (open) open.push(mutant);
    else all.push([mutant]);
  }
  return all;
}

async function main() {
  if (options.only !== undefined && !areas.includes(options.only)) {
    console.error(`--only ${options.only}: choose one of ${areas.join(', ')}`);
    return 2;
  }
  const sources = chosenFiles();
  if (sources.length === 0) {
    console.error(`--file ${options.file}: no such source file among those that are tested`);
    return 2;
  }
  const earlier = options.continue === undefined ? undefined : JSON.parse(readFileSync(options.continue, 'utf8'));
  const seed = earlier?.seed ?? options.seed ?? git('rev-parse', '--short', 'HEAD').trim();
  const texts = new Map(sources.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const all = shuffled(
    sources.flatMap((file) => mutants.mutantsIn(texts.get(file), file)),
    chanceOf(seed),
  );
  const chosen = all.slice(0, Number(options.sample ?? all.length));
  const until = options.minutes === undefined ? Infinity : Date.now() + Number(options.minutes) * 60_000;
  // Tests of a process that they start see nothing of the mutants, and those for test:full take minutes.
  const isLooking = (file) => file.endsWith('.ts') && !/\.full\.test\.ts$|\/test\/browser\//.test(file);
  const testsOf = nearestTests(root, files.filter(isLooking), packages);
  console.log(`${chosen.length} of ${all.length} mutants in ${sources.length} files, seed ${seed}`);

  const prints = Object.fromEntries([...texts].map(([file, text]) => [file, fingerprint(text)]));
  const results = (earlier?.results ?? []).filter(
    ({ file, survived }) => earlier.sources?.[file] === prints[file] && !(options.again && survived),
  );
  const judged = new Set(results.map(nameOf));
  const result = () => {
    const noticed = results.filter(({ survived }) => !survived).length;
    return { seed, score: percent(noticed, results.length), noticed, sources: prints, results };
  };
  // What is known stays known where a run of hours ends early.
  const save = () => options.json && writeFileSync(options.json, `${JSON.stringify(result(), null, 2)}\n`);
  const reached = new Reached();
  const most = { tests: Number(options.tests), milliseconds: Number(options.seconds) * 1_000 };
  const progress = setInterval(() => console.log(`${results.length} of ${chosen.length} judged`), PROGRESS);
  const waiting = parts(chosen.filter((mutant) => !judged.has(nameOf(mutant))));
  await Promise.all(
    Array.from({ length: Number(options.workers) }, async () => {
      const worker = new Worker();
      for (let part = waiting.shift(); part !== undefined && Date.now() < until; part = waiting.shift()) {
        const tests = testsOf(part[0].file).slice(0, NEAR_ENOUGH);
        for (const { mutant, survived, ran } of await judge(worker, part, { tests, reached, most })) {
          results.push({ ...mutant, survived, ran });
          if (survived) console.log(`survived  ${place(mutant)}  ${change(mutant)}  (${ran} test files reach it)`);
        }
        save();
      }
      worker.end();
    }),
  );
  clearInterval(progress);

  for (const area of areas) {
    const ofArea = results.filter(({ file }) => areaOf(file) === area);
    const noticed = ofArea.filter(({ survived }) => !survived).length;
    if (ofArea.length > 0) console.log(`${area}: ${noticed} of ${ofArea.length} noticed`);
  }
  const { noticed, score } = result();
  console.log(`score: ${score} % (${noticed} of ${results.length} noticed), seed ${seed}`);
  if (Number(score) >= Number(options.least)) return 0;
  console.log(`fewer than ${options.least} % were noticed`);
  return 1;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

process.exitCode = await main();
