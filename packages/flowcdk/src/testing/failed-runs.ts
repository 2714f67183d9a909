import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Runtime } from '../emulator/runtime/runtime';

/** What the hooks of jest are, wherever they come from. */
interface Hooks {
  readonly beforeEach: (work: () => void) => void;
  readonly afterEach: (work: () => Promise<void>, timeout?: number) => void;
}

/** Orgs of the test that runs now. Undefined where nobody writes pages. */
let orgs: Runtime[] | undefined;

/** Remembers an org, in case its test fails. */
export function rememberOrg(runtime: Runtime): void {
  orgs?.push(runtime);
}

/** Where the pages go. */
const FOLDER = 'test-results';

/** Loading the layout takes seconds on a busy machine. */
const LONGEST = 120_000;

/** From now on every test that fails writes the runs of its orgs as pages. */
export function pagesOfFailedTests({ beforeEach, afterEach }: Hooks): void {
  beforeEach(() => (orgs = []));
  afterEach(async () => {
    const failed = failedTest();
    const ofTest = orgs ?? [];
    orgs = [];
    if (failed !== undefined) await writeRuns(failed, ofTest);
  }, LONGEST);
}

interface CircusTest {
  readonly name: string;
  readonly parent?: CircusTest;
  readonly errors?: readonly unknown[];
}

/**
 * The name of the test that has just failed. Jest tells its hooks nothing of that; its runner, jest-circus, keeps its
 * state under a symbol. Another runner has none, and then no page is written.
 */
function failedTest(): string | undefined {
  const symbol = Object.getOwnPropertySymbols(globalThis).find(
    ({ description }) => description === 'JEST_STATE_SYMBOL',
  );
  const state =
    symbol && (globalThis as { readonly [key: symbol]: { readonly currentlyRunningTest?: CircusTest } })[symbol];
  const test = state?.currentlyRunningTest;
  if (!test || (test.errors ?? []).length === 0) return undefined;
  const names: string[] = [];
  for (let at: CircusTest | undefined = test; at && at.name !== 'ROOT_DESCRIBE_BLOCK'; at = at.parent)
    names.unshift(at.name);
  return names.join(' ');
}

async function writeRuns(test: string, runtimes: readonly Runtime[]): Promise<void> {
  const { flowsOfOrg, runModel, runPage } = await import('../inspect/run');
  const folder = join(process.cwd(), FOLDER);
  for (const [i, { log, org }] of runtimes.entries()) {
    if (log.events.length === 0) continue;
    const file = join(folder, `${fileName(test)}${runtimes.length > 1 ? `-${i + 1}` : ''}.html`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, await runPage(runModel(log.events, test), flowsOfOrg(org)));
    process.stderr.write(`The run of this test, step by step: ${relative(process.cwd(), file)}\n`);
  }
}

const fileName = (test: string): string => {
  const words = test
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 100);
  return words === '' ? 'test' : words;
};
