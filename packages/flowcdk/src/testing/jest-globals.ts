/**
 * Adds the matchers to the `expect` of `@jest/globals`, for tests that import it:
 *
 * ```ts
 * import { expect, test } from '@jest/globals';
 * import 'flowcdk/testing/jest-globals';
 * ```
 */
import { afterAll, afterEach, beforeEach, expect } from '@jest/globals';
import { pagesOfFailedTests } from './failed-runs';
import { coverageFolder, flowCoverage } from './flow-coverage';
import type { FlowMatchers } from './flow-matchers';
import { matchers } from './matchers';

declare module 'expect' {
  // Merged into jest's own, which has the same parameters.
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  interface Matchers<R extends void | Promise<void>, T = unknown> extends FlowMatchers<R> {}
}

expect.extend(matchers);
pagesOfFailedTests({ beforeEach, afterEach });

const folder = coverageFolder();
if (folder !== undefined) afterAll(() => flowCoverage.writeTo(folder));
