// The environment of the tests: that of Node, in a worker that ends at once.
//
// A worker that has loaded many modules takes its memory down for longer than the half second that jest waits, and is then
// reported as one that "failed to exit gracefully". At `exit` everything is written, so the signal loses nothing.
const { TestEnvironment } = require('jest-environment-node');

if (process.send) process.once('exit', () => process.kill(process.pid, 'SIGKILL'));

const home = process.cwd();

/** Tests have Node's own `require`, too, for a module that jest's cannot load: `scripts/jest-pglite.cjs`. */
class Environment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.requireOfNode = require;
  }

  /** A test file that ran out of time may leave its worker in a folder that is gone. The next one cannot start there. */
  async teardown() {
    process.chdir(home);
    await super.teardown();
  }
}

module.exports = Environment;
