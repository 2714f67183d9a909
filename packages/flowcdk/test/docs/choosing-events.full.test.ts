import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './page';

// Ten thousand calls.
jest.setTimeout(600_000);

test('the figures of docs/choosing-events.md are those of today (npm run choosing-events writes them)', () => {
  const script = join(root, 'scripts/choosing-events.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { cwd: root, encoding: 'utf8' });

  expect([status, stderr]).toEqual([0, '']);
});
