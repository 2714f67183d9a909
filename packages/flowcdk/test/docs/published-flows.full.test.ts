import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../src/architect/yaml/parse';
import { check } from '../../src/check/check';
import { readFile } from '../../src/check/project';
import { formatText } from '../../src/format/format-text';
import { readI3 } from '../../src/i3/read-i3';
import type { StubContracts } from '../../src/stubs/contracts';
import { FlowFiles } from '../../src/stubs/flow-files';
import { KitProblem } from '../../src/testing';
import { firstProblemOf, runs } from './private/run-flow-file';
import { corpus, describeCorpus, describeI3Corpus, filledIn, i3Corpus, kindIn, whyBroken } from '../private/corpus';

const page = join(__dirname, '../../../../docs/published-flows.md');

/** What becomes of one file. */
interface Outcome {
  readonly kind: string;
  readonly file: string;
  /** The text is YAML, its placeholders aside. */
  readonly isRead: boolean;
  readonly hasErrors: boolean;
  readonly isUnchanged: boolean;
  readonly isPublished: boolean;
  /** Why the run broke; undefined if it came to its end. `no` for kinds that do not run. */
  readonly problem: string | undefined;
}

async function outcomeOf(file: string, text: string, contracts?: StubContracts): Promise<Outcome> {
  const yaml = filledIn(text);
  const kind = kindIn(yaml);
  const { root, problems } = parseYaml(text);
  const { text: formatted } = formatText(text, file);
  return {
    kind,
    file: file.replace(/^.*__/, '').replace(/\.yaml$/, ''),
    isRead: root !== undefined && problems.every((problem) => problem.kind === 'placeholder'),
    hasErrors: check({ files: [readFile(file, yaml)], definitions: [] }).some(({ severity }) => severity === 'error'),
    isUnchanged: formatted === `${text.replace(/\r\n/g, '\n').trimEnd()}\n`,
    ...(await ran(new FlowFiles([readFile(file, yaml)], { contracts }))),
  };
}

/** An export is what its YAML is. */
async function outcomeOfExport(file: string, bytes: Uint8Array): Promise<Outcome> {
  const { export: exported } = readI3(bytes, file);
  if (!exported) return { kind: file.split('.i3')[1] ?? '', file, ...NOT_READ };
  return { ...(await outcomeOf(file, exported.text, exported.contracts)), file: file.replace(/(?:\.i3\w*)+$/, '') };
}

const NOT_READ = { isRead: false, hasErrors: true, isUnchanged: false, isPublished: false, problem: undefined };

/** What becomes of a flow with the stubs of `flowcdk run`. */
async function ran(flows: FlowFiles): Promise<Pick<Outcome, 'isPublished' | 'problem'>> {
  try {
    return { isPublished: true, problem: await firstProblemOf(flows) };
  } catch (problem) {
    if (!(problem instanceof KitProblem)) throw problem;
    return { isPublished: false, problem: undefined };
  }
}

const count = (outcomes: readonly Outcome[], fits: (outcome: Outcome) => boolean): string =>
  String(outcomes.filter(fits).length);

function rowOf(kind: string, outcomes: readonly Outcome[]): string {
  const cells = [
    kind,
    String(outcomes.length),
    count(outcomes, ({ isRead }) => isRead),
    count(outcomes, ({ hasErrors, file }) => !hasErrors || whyBroken(file) !== undefined),
    count(outcomes, ({ isUnchanged }) => isUnchanged),
    count(outcomes, ({ isPublished }) => isPublished),
    kind === 'all' || runs(kind)
      ? count(outcomes, ({ isPublished, problem, kind: own }) => runs(own) && isPublished && problem === undefined)
      : '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

function table(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  const head = ['kind', 'files', 'read', 'checked without false error', 'formatted unchanged', 'published', 'run'];
  const broke = outcomes.filter(({ problem }) => problem !== undefined);
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---|').join('')}`,
    ...kinds.map((kind) =>
      rowOf(
        kind,
        outcomes.filter((outcome) => outcome.kind === kind),
      ),
    ),
    rowOf('all', outcomes),
    '',
    'The runs that broke, and why:',
    '',
    ...broke.map(({ file, problem }) => `- ${file}: ${problem}`),
  ].join('\n');
}

/** Each org is free before the next one is made. */
async function oneByOne<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

// Every flow runs in an org of its own.
jest.setTimeout(240_000);

const marked = /(<!-- table -->\n)[^]*(\n<!-- end of table -->)/;

const markedExports = /(<!-- table of exports -->\n)[^]*(\n<!-- end of table of exports -->)/;

/** Compares the page with a table, or writes the table into it. */
function expectOnPage(now: string, between: RegExp): void {
  const text = readFileSync(page, 'utf8');
  expect(text).toMatch(between);
  const written = text.replace(between, (_, begin: string, end: string) => `${begin}\n${now}\n${end}`);
  if (process.env['UPDATE_DOCS']) writeFileSync(page, written);

  expect(readFileSync(page, 'utf8')).toBe(written);
}

describeCorpus('what becomes of published flows', () => {
  test('docs/published-flows.md tells it (npm run corpus-table writes it)', async () => {
    expectOnPage(table(await oneByOne([...corpus], ([file, text]) => outcomeOf(file, text))), marked);
  });
});

describeI3Corpus('what becomes of published i3 exports', () => {
  test('docs/published-flows.md tells it (npm run corpus-table writes it)', async () => {
    const outcomes = await oneByOne([...i3Corpus], ([file, bytes]) => outcomeOfExport(file, bytes));
    expectOnPage(table(outcomes), markedExports);
  });
});
