/**
 * Adds the matchers to jest's `expect`:
 *
 * ```ts
 * import 'flowcdk/testing/jest';
 * ```
 */
import type { DurationLiteral } from '../architect/types';
import { coverageFolder, flowCoverage } from './flow-coverage';
import { KitProblem } from './kit-problem';
import { matchers } from './matchers';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- jest's way of adding matchers
  namespace jest {
    interface Matchers<R> {
      /** The caller heard this: a part of it in any case, or a regular expression. */
      toHaveHeard(what: string | RegExp): R;
      /** Everybody sees these attributes of the caller's participant data. */
      toHaveParticipantData(attributes: Readonly<Record<string, unknown>>): R;
      /** No silence of the call, until a queue or an agent took it, was longer. */
      toHaveBeenSilentAtMost(longest: DurationLiteral): R;
      /** The call came into this queue. */
      toHaveReachedQueue(queue: string): R;
      /** At least one request had this in its JSON. */
      toHaveReceived(json: unknown): R;
      /** Exactly one request had this in its JSON. */
      toHaveReceivedOnce(json: unknown): R;
    }
  }
}

const jestGlobals = globalThis as {
  readonly expect?: { extend(all: object): void };
  readonly afterAll?: (work: () => void) => void;
};
if (!jestGlobals.expect) {
  throw new KitProblem(
    "there is no global 'expect' to add matchers to: 'flowcdk/testing/jest' is for tests that jest runs. Elsewhere, import matchers from 'flowcdk/testing' and give them to expect.extend, or read call.heard, call.events and the like",
  );
}
jestGlobals.expect.extend(matchers);

const folder = coverageFolder();
if (folder !== undefined) jestGlobals.afterAll?.(() => flowCoverage.writeTo(folder));
