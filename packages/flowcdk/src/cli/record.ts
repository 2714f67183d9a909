import { InvalidArgumentError, Option } from 'commander';
import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder';
import type { LoggedEvent } from '../emulator/runtime/events';
import type { TestCall } from '../testing';
import type { RecordedCall, RecordedOrg } from '../testing/recording/test-text';
import { EXIT } from './exit-code';
import { complain, print } from './output';

/** `--record FILE` */
export const recordOption = (): Option =>
  new Option('--record <file>', 'write a test that repeats it, for jest: test/scenarios/order.test.ts').argParser(
    newTestFile,
  );

function newTestFile(file: string): string {
  if (!/\.test\.ts$/.test(file)) throw new InvalidArgumentError('A test has a name such as order.test.ts.');
  if (existsSync(file)) throw new InvalidArgumentError('There is such a file already. Name another, or delete it.');
  return file;
}

/** A call that becomes a test. */
export interface Recording {
  readonly events: readonly LoggedEvent[];
  readonly org: RecordedOrg;
  readonly placed: RecordedCall;
  /** The same call in a fresh org. The test is tried with it before it is written. */
  readonly again: () => Promise<TestCall>;
}

/**
 * Writes a test that repeats a call. Its steps follow what the caller heard. Where these do not lead to the same call,
 * they count time instead.
 */
export async function recordCall(file: string, { events, org, placed, again }: Recording): Promise<void> {
  const [{ scenarioOf }, { repeats }, { callTest }] = await Promise.all([
    import('../testing/recording/scenario'),
    import('../testing/recording/replay'),
    import('../testing/recording/test-text'),
  ]);
  for (const exactly of [false, true]) {
    const scenario = scenarioOf(events, exactly);
    if (await repeats(scenario, await again())) return writeTest(file, callTest(org, placed, scenario));
  }
  complain(`flowcdk: no test was written to ${file}: the same keys at the same times did not lead to the same call.`);
  process.exitCode = EXIT.findings;
}

/** Writes the file of a test, and says so. */
export function writeTest(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text, { flag: 'wx' });
    print(`\nThe test: ${file}`);
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem);
    complain(`flowcdk: the test cannot be written to ${file}: ${why}`);
    process.exitCode = EXIT.findings;
  }
}
