import { Command, Option } from 'commander';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { makeFolder } from '../files/make-folder';
import { FILE_UNREADABLE, fileUnreadable } from '../format/unformattable';
import type { Finding } from '../ground/finding';
import { flowTextOf, readFlowText, type ReadFlowText } from '../i3/flow-text';
import { notesOf } from '../i3/notes';
import { formatTypeScript } from '../import/format-typescript';
import { type Imported, type ImportedFlow, importFlows, type FlowSource } from '../import/import-flows';
import { knownContracts, pulledContract, type SchemaContracts } from '../import/schema-contracts';
import { jsonOption } from './application';
import { EXIT } from './exit-code';
import { helpText } from './help-text';
import { inputFiles, readStandardInput, STDIN, STDIN_NAME } from './input-files';
import { complain, complainAbout, count, print, printJson, styleFor } from './output';

interface ImportOptions {
  readonly out: string;
  readonly dataActions?: string;
  readonly texts?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `flowcdk import` */
export const importCommand = (): Command =>
  new Command('import')
    .description('turn flows that exist into TypeScript definitions')
    .argument('[files...]', 'Architect YAML or i3 exports, or patterns; - reads standard input')
    .addOption(new Option('--out <dir>', 'folder for the flows').default('flows'))
    .addOption(
      new Option('--data-actions <dir>', 'folder for the data actions (default: data-actions beside the flows)'),
    )
    .addOption(new Option('--texts', 'texts that callers hear in more than one place become settings'))
    .addOption(new Option('--force', 'replace files that are there already'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk import exports/*.yaml       definitions of all flows, into flows/ and data-actions/
  $ flowcdk import org/flows/*.yaml org/data-actions/*/*.json
                                        what flowcdk pull brought, with the contracts of the data actions
  $ flowcdk import main.yaml --out src/flows
                                        into another folder
  $ flowcdk import exports/*.i3*        exports of Architect's Export button, with the contracts that they hold
  $ flowcdk import main.yaml --force    again, over the files of the last time

A definition says the same as its file: each one is synthesized and compared before it is written. What the language
cannot say stays in it as YAML (rawAction, withRaw, rawValue, raw) and is counted. A flow of a kind without a builder
becomes flowFromYaml. Flows that are imported together import one another.

Exit codes: 0 written, 1 a file has no flow that can be read, 2 wrong use, or a file is in the way.`),
    )
    .action(async (names: readonly string[], options: ImportOptions, command: Command) => {
      if (names.length === 0) {
        command.error('error: name the files to import, or - for standard input (flowcdk import --help)', {
          exitCode: 2,
        });
      }
      await importFiles(names, options);
    });

async function importFiles(names: readonly string[], options: ImportOptions): Promise<void> {
  const { sources, contracts, findings } = await read(inputFiles(names));
  const imported = importFlows(sources, {
    contracts: knownContracts(contracts),
    texts: options.texts,
    folder: slashes(relative(process.cwd(), options.out)),
    yamlPath: (file) => slashes(relative(process.cwd(), file)),
    dataActions: slashes(relative(options.out, dataActionsOf(options))),
  });
  const all = [...findings, ...imported.findings];
  if (findings.some(({ rule }) => rule === FILE_UNREADABLE)) {
    // A name that is wrong is a mistake of the command line, so nothing is written.
    if (options.json) printJson({ findings: all });
    else complainAbout(all);
    process.exitCode = EXIT.wrongUse;
    return;
  }
  const written = await write(imported, options);
  report(imported, written, all, options);
  if (all.some(({ severity }) => severity === 'error')) process.exitCode = EXIT.findings;
  if (written.refused.length > 0) process.exitCode = EXIT.wrongUse;
}

const slashes = (path: string): string => path.split(sep).join('/');

const dataActionsOf = ({ out, dataActions }: ImportOptions): string =>
  dataActions ?? join(dirname(resolve(out)), 'data-actions');

/** What the files on the command line hold. */
interface Read {
  readonly sources: readonly FlowSource[];
  /** What exports know of data actions and data tables. */
  readonly contracts: readonly SchemaContracts[];
  readonly findings: readonly Finding[];
}

async function read(files: readonly string[]): Promise<Read> {
  const sources: FlowSource[] = [];
  const modules: FlowSource[] = [];
  const contracts: SchemaContracts[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const name = file === STDIN ? STDIN_NAME : file;
    const flow = file === STDIN ? await standardInput() : readFlowText(file);
    if ('findings' in flow) {
      findings.push(...flow.findings);
      continue;
    }
    const { text, exported } = flow;
    if (name.endsWith('.json')) {
      const contract = pulledContract(text);
      if (contract) contracts.push(contract);
      else findings.push(noContract(name));
      continue;
    }
    sources.push({ file: name, text, isConverted: exported !== undefined || file === STDIN });
    if (!exported) continue;
    contracts.push(exported.contracts);
    findings.push(...notesOf(exported, name));
    for (const module of exported.commonModules) modules.push({ file: name, text: module.text, isConverted: true });
  }
  return { sources: [...sources, ...withoutRepeated(modules, sources)], contracts, findings };
}

/** The common modules of exports, each once. One that has a file of its own is read from there. */
const withoutRepeated = (modules: readonly FlowSource[], files: readonly FlowSource[]): readonly FlowSource[] =>
  modules.filter(({ text }, i) => ![...files, ...modules.slice(0, i)].some((other) => other.text === text));

const noContract = (file: string): Finding => ({
  rule: 'import-contract',
  severity: 'error',
  message: `${file} is no data action and no data table`,
  help: 'JSON files say what data actions take and give, as flowcdk pull writes them.',
  at: { file, line: 1, column: 1 },
});

async function standardInput(): Promise<ReadFlowText> {
  const input = await readStandardInput();
  if ('reason' in input) return { findings: [fileUnreadable(STDIN_NAME, input.reason, 'Name the file instead.')] };
  return flowTextOf(input, STDIN_NAME);
}

interface Written {
  /** The files that were written or that have the same text already. */
  readonly files: readonly string[];
  readonly refused: readonly Finding[];
}

/** Writes all files, or none where one is in the way. */
async function write({ files }: Imported, options: ImportOptions): Promise<Written> {
  const texts: { readonly path: string; readonly text: string }[] = [];
  for (const { path, text } of files) {
    texts.push({ path: join(options.out, path), text: path.endsWith('.ts') ? await formatTypeScript(text) : text });
  }
  const refused = texts.flatMap(({ path, text }) => inTheWay(path, text, options) ?? []);
  if (refused.length > 0) return { files: [], refused };
  for (const { path, text } of texts) {
    try {
      makeFolder(dirname(path));
      writeFileSync(path, text);
    } catch (problem) {
      return {
        files: [],
        refused: [cannotBeWritten(path, problem instanceof Error ? problem.message : String(problem))],
      };
    }
  }
  return { files: texts.map(({ path }) => slashes(path)), refused: [] };
}

function inTheWay(path: string, text: string, { force }: ImportOptions): Finding | undefined {
  if (!existsSync(path)) return undefined;
  if (statSync(path).isDirectory()) return cannotBeWritten(path, 'a folder has this name');
  if (force === true || readFileSync(path, 'utf8') === text) return undefined;
  return {
    rule: 'import-file',
    severity: 'error',
    message: `${slashes(path)} is there already, and its text is another`,
    help: 'Nothing was written. Name another folder with --out, or replace the file with --force.',
  };
}

const cannotBeWritten = (path: string, reason: string): Finding => ({
  rule: 'import-file',
  severity: 'error',
  message: `${slashes(path)} cannot be written: ${reason}`,
  help: 'Name another folder with --out.',
});

function report(
  imported: Imported,
  { files, refused }: Written,
  findings: readonly Finding[],
  { json, out }: ImportOptions,
): void {
  const all = [...findings, ...refused];
  if (json) {
    printJson({ flows: imported.flows, files, findings: all });
    return;
  }
  if (refused.length === 0) for (const flow of imported.flows) print(flowLine(flow, out));
  const others = imported.files.filter(({ path }) => path.includes('/')).length;
  if (refused.length === 0 && others > 0) print(`${count(others, 'data action')} beside them`);
  if (all.length > 0) complainAbout(all);
  if (refused.length === 0) complain(styleFor(process.stderr).quiet(summary(imported.flows)));
}

/** `flows/support-line.ts  17 actions`, with what stays YAML. */
function flowLine({ path, file, why, actions, rawKeys }: ImportedFlow, out: string): string {
  const name = slashes(join(out, path ?? basename(file)));
  if (why !== undefined) return `${name}  stays YAML: ${why}`;
  const parts = [
    count(actions.builders + actions.withRaw + actions.raw, 'action'),
    ...(actions.withRaw > 0 ? [`${actions.withRaw} with fields as YAML`] : []),
    ...(actions.raw > 0 ? [`${actions.raw} as YAML`] : []),
    ...(rawKeys.length > 0 ? [`as YAML: ${[...new Set(rawKeys)].join(', ')}`] : []),
  ];
  return `${name}  ${parts.join(', ')}`;
}

function summary(flows: readonly ImportedFlow[]): string {
  const typed = flows.filter(({ why }) => why === undefined);
  const sum = (of: (flow: ImportedFlow) => number): number => typed.reduce((total, flow) => total + of(flow), 0);
  const [builders, withRaw, raw] = [
    sum(({ actions }) => actions.builders),
    sum(({ actions }) => actions.withRaw),
    sum(({ actions }) => actions.raw),
  ];
  const stay = flows.length - typed.length;
  return [
    `${count(typed.length, 'flow')} in TypeScript`,
    ...(stay > 0 ? [`${stay} as YAML`] : []),
    `${count(builders + withRaw + raw, 'action')}: ${builders} with builders, ${withRaw} with fields as YAML, ${raw} as YAML`,
  ].join(', ');
}
