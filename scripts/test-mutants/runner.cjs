// A runner of jest that stays: the process that started it sends one test file after another, each with mutants or without.
// Jest starts once, and each file is compiled once, so that a mutant costs what its tests cost.
const { join, relative } = require('node:path');
const { default: TestRunner } = require('jest-runner');
const { beginRun } = require('./run.cjs');

const root = join(__dirname, '../..');

/** A process of so many bytes ends: test files leave something behind. */
const LARGE = 1_800_000_000;

/** Runs one test file, and gives whether it failed. */
async function fails(test, globalConfig, context) {
  const runner = new TestRunner(globalConfig, context);
  let failed = false;
  runner.on('test-file-failure', () => (failed = true));
  runner.on('test-file-success', ([, { numFailingTests, testExecError }]) => {
    failed ||= numFailingTests > 0 || testExecError !== undefined;
  });
  const watcher = { isInterrupted: () => false, isWatchMode: () => false };
  await runner.runTests([test], watcher, { serial: true });
  return failed;
}

/** What becomes of the mutants in a run: `noticed`, `survived`, or `unknown` where nobody can say yet. */
function verdicts({ way, mutants = [], noticed, reached, started, isSpoilt }, failed) {
  if (way === 'whole') return [failed ? 'noticed' : 'survived'];
  return mutants.map((mutant) => {
    if (noticed.has(mutant)) return 'noticed';
    // What a test file keeps from an earlier round may hide the code of a mutant.
    return isSpoilt || !started.has(mutant) || !reached.has(mutant) ? 'unknown' : 'survived';
  });
}

class MutantRunner extends TestRunner {
  constructor(globalConfig, context) {
    super(globalConfig, context);
    this.parts = [globalConfig, context];
  }

  async runTests(tests) {
    const byFile = new Map(tests.map((test) => [relative(root, test.path), test]));
    const answer = async (order) => {
      const notes = [];
      const run = {
        ...order,
        hits: [],
        noticed: new Set(),
        reached: new Set(),
        started: new Set(),
        isSpoilt: false,
        note: (index, reached, ms) => notes.push([index, reached, ms]),
        start: (mutant) => {
          if (run.started.has(mutant)) return;
          run.started.add(mutant);
          process.send({ begins: run.mutants.indexOf(mutant) });
        },
      };
      beginRun(run);
      const begin = Date.now();
      const failed = await fails(byFile.get(order.test), ...this.parts);
      const isLarge = process.memoryUsage().rss > LARGE;
      const said = order.way === 'watch' ? { failed, notes, hits: run.hits } : { verdicts: verdicts(run, failed) };
      process.send({ ...said, isLarge, isSpoilt: run.isSpoilt, took: Date.now() - begin });
    };
    await new Promise((resolve) => {
      process.on('message', (message) => (message === 'end' ? resolve() : void answer(message)));
      process.send({ ready: true });
    });
  }
}

module.exports = { __esModule: true, default: MutantRunner };
