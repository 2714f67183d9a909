/**
 * Adds the matchers to jest's `expect`:
 *
 * ```ts
 * import 'flowcdk/testing/jest';
 * ```
 */
import { pagesOfFailedTests } from './failed-runs';
import { coverageFolder, flowCoverage } from './flow-coverage';
import type { FlowMatchers } from './flow-matchers';
import { KitProblem } from './kit-problem';
import { matchers } from './matchers';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- jest's way of adding matchers
  namespace jest {
    interface Matchers<R> extends FlowMatchers<R> {}
  }
}

const jestGlobals = globalThis as {
  readonly expect?: { extend(all: object): void };
  readonly afterAll?: (work: () => void) => void;
  readonly beforeEach?: (work: () => void) => void;
  readonly afterEach?: (work: () => Promise<void>, timeout?: number) => void;
};
if (!jestGlobals.expect) {
  throw new KitProblem(
    "there is no global 'expect' to add matchers to: 'flowcdk/testing/jest' is for tests that jest runs. Elsewhere, import matchers from 'flowcdk/testing' and give them to expect.extend, or read call.heard, call.events and the like",
  );
}
jestGlobals.expect.extend(matchers);

const { beforeEach, afterEach } = jestGlobals;
if (beforeEach && afterEach) pagesOfFailedTests({ beforeEach, afterEach });

const folder = coverageFolder();
if (folder !== undefined) jestGlobals.afterAll?.(() => flowCoverage.writeTo(folder));
