import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pagesOfFailedTests } from '../../src/testing/failed-runs';
import { ADA, shipped, supportNumber } from '../../../../test/private/calls';

jest.setTimeout(120_000);

type Work = () => void | Promise<void>;

// This test plays the runner: it calls the hooks itself, and says what the runner would say of its test.
const hooks: { before: Work; after: Work } = { before: () => undefined, after: () => undefined };
pagesOfFailedTests({ beforeEach: (work) => (hooks.before = work), afterEach: (work) => (hooks.after = work) });

const folder = mkdtempSync(join(tmpdir(), 'flowcdk-failed-'));
const cwd = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(cwd);
  rmSync(folder, { recursive: true, force: true });
});

/** The state that jest-circus keeps of the test that runs. */
function runnerState(): { currentlyRunningTest: { errors: unknown[] } } {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  return (globalThis as unknown as Record<symbol, ReturnType<typeof runnerState>>)[symbol as symbol] as never;
}

async function callAndEnd(fails: boolean): Promise<readonly string[]> {
  await hooks.before();
  const org = await shipped();
  const call = org.call({ from: ADA, to: supportNumber });
  await call.untilHears(/what can we do for you/i);
  const { errors } = runnerState().currentlyRunningTest;
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  if (fails) errors.push(new Error('an expectation of the test'));
  try {
    await hooks.after();
  } finally {
    errors.length = 0;
    stderr.mockRestore();
  }
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

test('a test that passes leaves nothing behind', async () => {
  expect(await callAndEnd(false)).toEqual([]);
});

test('a test that fails leaves the page of its run', async () => {
  const files = await callAndEnd(true);

  expect(files).toEqual(['test-results', join('test-results', 'a-test-that-fails-leaves-the-page-of-its-run.html')]);
  expect(readFileSync(join(folder, files[1] ?? ''), 'utf8')).toContain('data-flow="support-line"');
});
