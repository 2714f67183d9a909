import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The repository lies beside it where the corpus is at hand. */
const folder = join(__dirname, '../../../../../shared/corpus/flows');

/** Flows of public repositories by the name of their file. They are not ours to ship: a clone of the repository has none. */
export const corpus: ReadonlyMap<string, string> = new Map(
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')])
    : [],
);

/** Tests of published flows. Where there are none, a line says that they did not run. */
export function describeCorpus(what: string, tests: () => void): void {
  if (corpus.size > 0) describe(what, tests);
  else didNotRun(what, 'the corpus of published flows is not here');
}

/** One skipped test, and a line: jest says nothing of files in which every test is skipped. */
export function didNotRun(what: string, why: string): void {
  process.stderr.write(`${what}: did not run, as ${why}\n`);
  test.skip(`${what}: did not run, as ${why}`, () => undefined);
}
