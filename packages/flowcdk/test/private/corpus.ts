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

/** Tests of published flows. Where there are none, one skipped test says that they did not run. */
export function describeCorpus(what: string, tests: () => void): void {
  if (corpus.size > 0) describe(what, tests);
  else test.skip(`${what}: did not run, as the corpus of published flows is not here`, () => undefined);
}
