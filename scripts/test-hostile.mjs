// The application under hostile visibility, all of it: a caller who hangs up at every event there is, in every combination
// of how participant data becomes visible, what the databases know and what happens to the event at the end of the call;
// and 500 interleavings of two calls. `npm test` takes a sample of it. The number of runs is printed.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const { status } = spawnSync(process.execPath, [jest, '--runInBand', 'test/scenarios/hostile-visibility.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FLOWCDK_HOSTILE: 'all' },
});
process.exitCode = status ?? 1;
