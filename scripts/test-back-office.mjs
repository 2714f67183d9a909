// The back office on both of its databases: its tests on PostgreSQL (npm test runs them on PGlite), and kill -9 on each.
//
//   npm run test:back-office
//   npm run test:back-office -- --rounds-only --rounds 200 --at-most-seconds 600
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killRounds } from './back-office/kill-rounds.mjs';
import { serverPrograms, withPostgres } from './back-office/postgres.mjs';

createRequire(import.meta.url)('./build.cjs');

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    // For the rounds on each database.
    'at-most-seconds': { type: 'string' },
    'rounds-only': { type: 'boolean' },
  },
});
const rounds = Number(values.rounds);
const seconds = Number(values['at-most-seconds'] ?? Infinity);

async function onPostgres(server) {
  if (!values['rounds-only']) {
    const jest = spawnSync('npx', ['jest', 'packages/back-office'], {
      stdio: 'inherit',
      env: { ...process.env, BACK_OFFICE_TEST_SERVER: server, FLOWCDK_TEST: 'thorough' },
    });
    if (jest.status !== 0) process.exitCode = 1;
  }
  await killed('PostgreSQL', { DATABASE_URL: `${server}/postgres` });
}

async function killed(name, environment) {
  const { done, accepted, records, lost, doubled } = await killRounds(environment, { rounds, seconds, print });
  const isRight = lost.length === 0 && doubled.length === 0 && accepted > 0;
  console.log(
    `${isRight ? 'ok' : 'failed'}: ${name}, ${done} times kill -9${fewer(done)}: ${accepted} results accepted, ${records} records, ${lost.length} lost, ${doubled.length} doubled`,
  );
  if (!isRight) process.exitCode = 1;
}

/** Says that the time was too short. */
const fewer = (done) => (done < rounds ? ` (of ${rounds}: no more fit into ${seconds} seconds)` : '');

const print = (text) => process.stderr.isTTY && process.stderr.write(`\r${text}\x1b[K`);

if (serverPrograms()) await withPostgres(onPostgres);
else if (process.env.CI) {
  console.error('PostgreSQL is not installed: apt-get install postgresql');
  process.exitCode = 1;
} else console.log('not run on PostgreSQL: it is not installed (apt-get install postgresql)');

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-back-office-'));
try {
  await killed('PGlite', { DATABASE_FOLDER: join(folder, 'data') });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
