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

const exportFolder = join(__dirname, '../../../../../shared/corpus/i3');

/** Exports of Architect's Export button from public repositories, by the name of their file. */
export const i3Corpus: ReadonlyMap<string, Uint8Array> = new Map(
  existsSync(exportFolder)
    ? readdirSync(exportFolder)
        .sort()
        .map((name) => [name, readFileSync(join(exportFolder, name))])
    : [],
);

/** Tests of published exports. Where there are none, a line says that they did not run. */
export function describeI3Corpus(what: string, tests: () => void): void {
  if (i3Corpus.size > 0) describe(what, tests);
  else didNotRun(what, 'the corpus of published exports is not here');
}

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

/** The text as Terraform would upload it, with its placeholders filled in, and those of tests of Go. */
export const filledIn = (text: string): string =>
  text
    .replace(/\{\{[ \t]*([\w.-]+)[ \t]*\}\}/g, '$1')
    .replace(/^ *%s\n/gm, '')
    .replace(/defaultLanguage: %(\[\d+\])?s/g, 'defaultLanguage: en-us')
    .replace(/%(\[\d+\])?[sqv]/g, 'filled')
    .replaceAll('\t', '    ');

/** The root key of a file: `inboundCall`. */
export const kindIn = (text: string): string => /^(\w+):/m.exec(text)?.[1] ?? '';

/** Files that no organisation accepted, even when their placeholders are filled in, and why. */
const broken: readonly (readonly [file: RegExp, why: string])[] = [
  [/CrossOrgMainFlow/, 'a call flow has no states; the file stands in a repository and was not accepted by anybody'],
  [/util_files_test/, 'a piece of a Go test: it lacks the menu that it begins with'],
];

/** Why a file of the corpus is truly broken; undefined if it is not. */
export const whyBroken = (file: string): string | undefined => broken.find(([name]) => name.test(file))?.[1];
