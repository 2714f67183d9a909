import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readI3 } from '../../src/i3/read-i3';
import { type ImportedFlow, importFlows } from '../../src/import/import-flows';
import { knownContracts } from '../../src/import/schema-contracts';
import { corpus, describeCorpus } from '../private/corpus';
import { typeErrors } from './private/compile';
import type { VirtualFolder } from './private/exports-of';
import { dataOf, imported, synthesized } from './private/round-trip';

jest.setTimeout(600_000);

/** A file of the collection, and what its import made of it. */
interface Case {
  readonly folder: VirtualFolder;
  readonly flow: ImportedFlow;
  readonly yaml: string;
}

const exportsFolder = join(__dirname, '../../../../../shared/corpus/i3');
const page = join(__dirname, '../../../../docs/import.md');

const isTyped = ({ flow }: Case): boolean => flow.why === undefined;

const ofYaml = (): readonly Case[] =>
  [...corpus].flatMap(([file, yaml]) => {
    const folder = imported(file.replace(/\.yaml$/, ''), yaml);
    return folder.flows.map((flow) => ({ folder, flow, yaml }));
  });

/** Exports with the contracts in them, and the common modules that travel in them. */
const ofExports = (): readonly Case[] =>
  readdirSync(exportsFolder).flatMap((file, i) => {
    const { export: exported } = readI3(readFileSync(join(exportsFolder, file)), file);
    if (!exported) throw new Error(`${file} cannot be read`);
    const flows = [exported, ...exported.commonModules];
    const sources = flows.map(({ text }) => ({ file, text, isConverted: true }));
    const result = importFlows(sources, { contracts: knownContracts([exported.contracts]) });
    const folder = { name: `export-${i}`, files: result.files };
    return result.flows.map((flow) => ({
      folder,
      flow,
      yaml: flows.find(({ name }) => name === flow.name)?.text ?? '',
    }));
  });

function sumOf(cases: readonly Case[]): { builders: number; withRaw: number; raw: number } {
  const sum = { builders: 0, withRaw: 0, raw: 0 };
  for (const { flow } of cases.filter(isTyped)) {
    sum.builders += flow.actions.builders;
    sum.withRaw += flow.actions.withRaw;
    sum.raw += flow.actions.raw;
  }
  return sum;
}

const isEqual = ({ folder, flow, yaml }: Case): boolean =>
  JSON.stringify(sorted(dataOf(synthesized(folder, flow.path ?? '')))) === JSON.stringify(sorted(dataOf(yaml)));

/** The order of keys carries no meaning. */
function sorted(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(sorted);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}

function table(cases: readonly Case[]): string {
  const kinds = [...new Set(cases.map(({ flow }) => flow.kind ?? ''))].sort();
  const row = (name: string, of: readonly Case[]): string => {
    const { builders, withRaw, raw } = sumOf(of);
    const typed = of.filter(isTyped);
    const cells = [
      name,
      of.length,
      typed.length,
      typed.filter(isEqual).length,
      builders + withRaw + raw,
      builders,
      withRaw,
      raw,
    ];
    return `| ${cells.join(' | ')} |`;
  };
  return [
    '| kind | files | in TypeScript | equal after synthesis | actions | with builders | with fields as YAML | as YAML |',
    '|---|---|---|---|---|---|---|---|',
    ...kinds.map((kind) =>
      row(
        kind,
        cases.filter(({ flow }) => flow.kind === kind),
      ),
    ),
    row('all', cases),
  ].join('\n');
}

const BEGIN = '<!-- table of published flows -->\n\n';
const END = '\n\n<!-- end of the table -->';

describeCorpus('importing published flows', () => {
  const yaml = ofYaml();
  const typed = yaml.filter(isTyped);

  test('every file that is YAML becomes a definition', () => {
    expect({ typed: typed.length, yaml: yaml.length - typed.length }).toEqual({ typed: 91, yaml: 12 });
  });

  test('the definitions compile under strict', () => {
    expect(typeErrors(yaml.map(({ folder }) => folder))).toEqual([]);
  });

  test.each(typed.map((each) => [each.folder.name, each] as const))(
    '%s synthesizes to the same YAML as data',
    (_, { folder, flow, yaml: text }) => {
      expect(dataOf(synthesized(folder, flow.path ?? ''))).toEqual(dataOf(text));
    },
  );

  test('nearly all actions are written with their builders, and none is lost', () => {
    expect(sumOf(yaml)).toEqual({ builders: 566, withRaw: 6, raw: 0 });
  });

  test('all files together say the same, too, with their texts as settings', () => {
    const { flows, files } = importFlows(
      [...corpus].map(([file, text]) => ({ file, text })),
      { texts: true },
    );
    const folder = { name: 'together', files };

    for (const { file, path = '', why } of flows) {
      if (why === undefined) expect(dataOf(synthesized(folder, path))).toEqual(dataOf(corpus.get(file) ?? ''));
    }
    expect(files.some(({ path }) => path === 'texts.ts')).toBe(true);
    expect(typeErrors([folder])).toEqual([]);
  });

  test('docs/import.md has the table', () => {
    const text = readFileSync(page, 'utf8');
    const [before = '', rest = ''] = text.split(BEGIN);
    const current = `${before}${BEGIN}${table([...yaml, ...(existsSync(exportsFolder) ? ofExports() : [])])}${END}${rest.split(END)[1] ?? ''}`;
    if (process.env['UPDATE_DOCS']) writeFileSync(page, current);

    expect(readFileSync(page, 'utf8')).toBe(current);
  });
});

(existsSync(exportsFolder) ? describe : describe.skip)('importing published exports', () => {
  const cases = existsSync(exportsFolder) ? ofExports() : [];

  test('the definitions compile under strict, with the contracts of the exports', () => {
    expect(typeErrors([...new Set(cases.map(({ folder }) => folder))])).toEqual([]);
  });

  test.each(cases.filter(isTyped).map((each) => [`${each.flow.file} ${each.flow.name ?? ''}`, each] as const))(
    '%s synthesizes to the YAML of the export as data',
    (_, { folder, flow, yaml }) => {
      expect(dataOf(synthesized(folder, flow.path ?? ''))).toEqual(dataOf(yaml));
    },
  );
});
