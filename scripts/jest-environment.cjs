// The environment of the tests: that of Node, in a worker that ends at once and keeps nothing of a file that has ended.
//
// A worker that has loaded many modules takes its memory down for longer than the half second that jest waits, and is then
// reported as one that "failed to exit gracefully". At `exit` everything is written, so the signal loses nothing.
const { AsyncLocalStorage } = require('node:async_hooks');
const { setFlagsFromString } = require('node:v8');
const { TestEnvironment } = require('jest-environment-node');

// V8 optimizes a function after some milliseconds of its work. Each test file has functions of its own, and most files are
// over before the optimized ones would have paid for their making. What works for longer still becomes fast.
setFlagsFromString('--interrupt-budget=400000');

if (process.send) process.once('exit', () => process.kill(process.pid, 'SIGKILL'));

const home = process.cwd();

/** The storages that a test file and jest within it have entered. */
const entered = new Set();

for (const name of ['run', 'enterWith']) {
  const enter = AsyncLocalStorage.prototype[name];
  AsyncLocalStorage.prototype[name] = function (...parts) {
    entered.add(this);
    return enter.apply(this, parts);
  };
}

/** Tests have Node's own `require`, too, for modules that jest's cannot load or would load anew for each file. */
class Environment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.requireOfNode = require;
  }

  /** A test file that ran out of time may leave its worker in a folder that is gone. The next one cannot start there. */
  async teardown() {
    process.chdir(home);
    leaveStorages();
    await super.teardown();
  }
}

/**
 * jest enters a storage of its own in each test file and never leaves it. Node 20 copies what each of them holds to every
 * promise: after three hundred files a promise would carry three hundred values.
 */
function leaveStorages() {
  for (const storage of entered) storage.disable();
  entered.clear();
}

module.exports = Environment;
