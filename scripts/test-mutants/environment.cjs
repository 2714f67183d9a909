// The environment of the tests, with the switches of mutants. There are three ways to run a test file:
//   watch   without a mutant, to note what each test reaches
//   whole   with one mutant, which is on while the file loads; every test runs until the first that fails
//   rounds  with one mutant after another; for each of them those tests run that reach it. The file loads once.
// In rounds a mutant could leave something behind that makes the next one fail. So a test that failed runs again without
// the mutant: where it fails then, the file is spoilt, and the remaining mutants need another one.
const Environment = require('../jest-environment.cjs');
const { takeRun } = require('./run.cjs');
const switches = require('./switches.cjs');

const isBlock = (child) => child.type === 'describeBlock';
const testsIn = (block) => block.children.flatMap((child) => (isBlock(child) ? testsIn(child) : [child]));
const hooksIn = (block) => [...block.hooks, ...block.children.filter(isBlock).flatMap(hooksIn)];

/** The same test once more. */
const again = (test, more) => ({
  ...test,
  errors: [],
  retryReasons: [],
  unhandledRejectionErrorByPromise: new Map(),
  ...more,
});

class MutantEnvironment extends Environment {
  constructor(config, context) {
    super(config, context);
    this.run = takeRun();
    this.tests = [];
    switches.begin(this.run.way === 'watch');
    if (this.run.way === 'whole') switches.turnOn(this.run.mutants[0]);
    this.global.mutantsOf = switches.mutantsOf;
  }

  handleTestEvent(event, state) {
    if (event.name === 'run_start') this.begin(state.rootDescribeBlock);
    else if (this.run.way === 'watch') this.watch(event);
    else if (this.run.way === 'whole') this.stopAtFailure(event);
    else if (event.test?.mutant) this.playRound(event);
  }

  begin(root) {
    this.tests = testsIn(root);
    const { timeout, way, mutants } = this.run;
    if (timeout !== undefined) for (const part of [...this.tests, ...hooksIn(root)]) part.timeout = timeout;
    if (way !== 'rounds') return;
    const indexes = new Map(this.tests.map((test, index) => [test, index]));
    // After each test stands the same one without the mutant. It runs where the test failed.
    const roundsOf = (test) =>
      mutants
        .filter(({ only }) => only.includes(indexes.get(test)))
        .flatMap((mutant) => [again(test, { mutant }), again(test, { mutant, isControl: true })]);
    const play = (block) => {
      block.children.filter(isBlock).forEach(play);
      block.children = block.children.flatMap((child) => (isBlock(child) ? [child] : roundsOf(child)));
    };
    play(root);
  }

  /** What is reached outside of a test, by loading or by a hook, belongs to every test of the file. */
  watch({ name, test }) {
    const { run } = this;
    if (name === 'test_start') run.note(undefined, switches.takeReached());
    else if (name === 'test_done')
      run.note(this.tests.indexOf(test), switches.takeReached(), Date.now() - test.startedAt);
    else if (name === 'run_finish') {
      run.note(undefined, switches.takeReached());
      run.hits = switches.hits();
    }
  }

  stopAtFailure({ name, test }) {
    if (name === 'test_done' && test.errors.length > 0) for (const next of this.tests) next.mode = 'skip';
  }

  playRound({ name, test }) {
    if (name !== 'test_start' && name !== 'test_done') return;
    if (test.isControl) this[name === 'test_start' ? 'beginControl' : 'endControl'](test);
    else this[name === 'test_start' ? 'beginRound' : 'endRound'](test);
  }

  beginRound(test) {
    const { run } = this;
    this.hasFailed = false;
    if (run.isSpoilt || run.noticed.has(test.mutant)) test.mode = 'skip';
    else {
      run.start(test.mutant);
      switches.turnOn(test.mutant);
    }
  }

  endRound(test) {
    const { run } = this;
    switches.turnOff();
    if (switches.wasReached()) run.reached.add(test.mutant);
    this.hasFailed = test.errors.length > 0;
    // Nothing came before the first mutant that it could have failed by.
    if (this.hasFailed && run.started.size === 1) run.noticed.add(test.mutant);
  }

  beginControl(test) {
    if (!this.hasFailed) test.mode = 'skip';
  }

  endControl(test) {
    const { run } = this;
    if (test.errors.length > 0) run.isSpoilt = true;
    else run.noticed.add(test.mutant);
  }
}

module.exports = MutantEnvironment;
