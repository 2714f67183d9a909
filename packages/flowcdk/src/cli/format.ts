import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '../ground/finding';
import { readBytes, readText, replaceText, writeNewText } from '../format/files';
import { formatText } from '../format/format-text';
import { FILE_UNREADABLE, fileUnreadable, yamlIsThere } from '../format/unformattable';
import { flowTextOf } from '../i3/flow-text';
import { leavingOut } from '../i3/left-out';
import { notesOf } from '../i3/notes';
import type { I3Export, I3Flow } from '../i3/read-i3';
import { jsonOption } from './application';
import { complain, complainAbout, count, print, printJson, styleFor } from './output';
import { EXIT } from './exit-code';
import { helpText } from './help-text';
import { inputFiles, readStandardInput, STDIN, STDIN_NAME } from './input-files';

interface FormatOptions {
  readonly check?: boolean;
  readonly stdout?: boolean;
  readonly json?: boolean;
}

/** The result for one file. */
interface Outcome {
  readonly file: string;
  readonly result: 'formatted' | 'unchanged' | 'wouldChange' | 'refused' | 'unread';
  readonly text?: string;
  readonly findings: readonly Finding[];
  /** For an export: the YAML file for its flow, and what does not stand in it. */
  readonly converted?: { readonly to: string; readonly leftOut: LeftOutByRule };
}

/** `flowcdk format` */
export const formatCommand = (): Command =>
  new Command('format')
    .description('write Architect YAML in its canonical form')
    .argument('[files...]', 'Architect YAML or i3 exports, or patterns; - reads standard input and prints')
    .addOption(new Option('--check', 'write nothing, list the files that would change').conflicts('stdout'))
    .addOption(new Option('--stdout', 'print instead of writing'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk format flow.yaml            keys, quotes and expressions as Architect's exporter writes them
  $ flowcdk format --check flows/*.yaml what a pipeline asks: exit code 1 if a file would change
  $ flowcdk format - < flow.yaml        from standard input to standard output
  $ flowcdk format Support.i3InboundFlow
                                        an export of Architect's Export button: writes
                                        Support.inboundCall.yaml beside it
  $ flowcdk format --json --stdout Support.i3InboundFlow
                                        the YAML, and all that is left out, with the reason

Data and comments stay the same. A file that cannot be read, or would lose something, is told and stays as it is.`),
    )
    .action(async (files: readonly string[], options: FormatOptions, command: Command) => {
      if (files.length === 0) {
        command.error('error: name the files to format, or - for standard input (flowcdk format --help)', {
          exitCode: 2,
        });
      }
      const outcomes: Outcome[] = [];
      for (const file of inputFiles(files)) outcomes.push(...(await format(file, options)));
      if (options.json) printJson(asData(outcomes, options));
      else show(outcomes, options);
      const failed = outcomes.some(({ result }) => result === 'refused' || result === 'wouldChange');
      if (failed) process.exitCode = EXIT.findings;
      if (outcomes.some(({ result }) => result === 'unread')) process.exitCode = EXIT.wrongUse;
    });

async function format(file: string, options: FormatOptions): Promise<readonly Outcome[]> {
  const name = file === STDIN ? STDIN_NAME : file;
  const bytes = file === STDIN ? await standardInput() : readBytes(file);
  const read = bytes instanceof Uint8Array ? flowTextOf(bytes, name) : { findings: [bytes] };
  if ('findings' in read) {
    const isUnread = read.findings.some(({ rule }) => rule === FILE_UNREADABLE);
    return [{ file, result: isUnread ? 'unread' : 'refused', findings: read.findings }];
  }
  return read.exported ? converted(file, read.exported, options) : [formatted(file, read.text, options)];
}

function formatted(file: string, source: string, { check, stdout }: FormatOptions): Outcome {
  const { text, findings } = formatText(source, file === STDIN ? STDIN_NAME : file);
  if (text === undefined) return { file, result: 'refused', findings };
  if (text === source) return { file, result: 'unchanged', text, findings: [] };
  if (check) return { file, result: 'wouldChange', text, findings: [] };
  const unwritten = stdout || file === STDIN ? undefined : replaceText(file, text);
  return unwritten
    ? { file, result: 'refused', findings: [unwritten] }
    : { file, result: 'formatted', text, findings: [] };
}

/** The flow of an export, and the common modules that travel in it, as YAML files beside the export. */
function converted(file: string, exported: I3Export, options: FormatOptions): readonly Outcome[] {
  const notes = notesOf(exported, file === STDIN ? STDIN_NAME : file);
  const main: Outcome = {
    ...written(file, yamlFileOf(file, exported), exported.text, options),
    converted: { to: yamlFileOf(file, exported), leftOut: byRule(exported) },
  };
  const modules = isPrinted(main, options) ? [] : exported.commonModules;
  const others = modules.map((module) => written(file, join(dirname(file), fileNameOf(module)), module.text, options));
  return [{ ...main, findings: [...notes, ...main.findings] }, ...others];
}

/** `Support.i3InboundFlow` becomes `Support.inboundCall.yaml`. */
const yamlFileOf = (file: string, { kind }: I3Export): string =>
  join(dirname(file), `${basename(file).replace(/(?:\.i3[a-z]*)+$/i, '')}.${kind}.yaml`);

/** Characters that file systems do not take, or take as a folder, become a line. */
const fileNameOf = ({ name, kind }: I3Flow): string => `${name.replace(/[^\w .()-]/g, '_')}.${kind}.yaml`;

function written(file: string, to: string, text: string, { check, stdout }: FormatOptions): Outcome {
  if (stdout || file === STDIN) return { file, result: 'formatted', text, findings: [] };
  const before = existsSync(to) ? readText(to) : undefined;
  if (before === text) return { file: to, result: 'unchanged', text, findings: [] };
  if (before !== undefined) return { file: to, result: 'refused', findings: [yamlIsThere(file, to)] };
  if (check) return { file: to, result: 'wouldChange', text, findings: [] };
  const unwritten = writeNewText(to, text);
  return unwritten
    ? { file: to, result: 'refused', findings: [unwritten] }
    : { file: to, result: 'formatted', text, findings: [] };
}

type LeftOutByRule = Readonly<Record<string, { readonly why: string; readonly paths: readonly string[] }>>;

function byRule({ leftOut }: I3Export): LeftOutByRule {
  const rules: Record<string, { why: string; paths: string[] }> = {};
  for (const { rule, path } of leftOut) (rules[rule] ??= { why: leavingOut[rule], paths: [] }).paths.push(path);
  return rules;
}

async function standardInput(): Promise<Uint8Array | Finding> {
  const input = await readStandardInput();
  return 'reason' in input ? fileUnreadable(STDIN_NAME, input.reason, 'Name the file instead.') : input;
}

const isPrinted = ({ file }: Outcome, { check, stdout }: FormatOptions): boolean =>
  stdout === true || (file === STDIN && !check);

const asData = (outcomes: readonly Outcome[], options: FormatOptions): unknown => ({
  files: outcomes.map((outcome) => ({
    file: outcome.file,
    result: outcome.result,
    ...(outcome.converted ? { yaml: outcome.converted.to, leftOut: outcome.converted.leftOut } : {}),
    ...(isPrinted(outcome, options) && outcome.text !== undefined ? { text: outcome.text } : {}),
  })),
  findings: outcomes.flatMap(({ findings }) => findings),
});

/** Texts and names of files go to standard output, for pipes. Everything else goes to standard error, for people. */
function show(outcomes: readonly Outcome[], options: FormatOptions): void {
  for (const outcome of outcomes) {
    if (isPrinted(outcome, options)) process.stdout.write(outcome.text ?? '');
    else if (outcome.result === 'formatted' || outcome.result === 'wouldChange') print(outcome.file);
  }
  const findings = outcomes.flatMap((outcome) => outcome.findings);
  if (findings.length > 0) complainAbout(findings);
  if (!outcomes.every((outcome) => isPrinted(outcome, options)))
    complain(styleFor(process.stderr).quiet(summary(outcomes)));
}

const words = {
  formatted: 'formatted',
  wouldChange: 'would change',
  unchanged: 'unchanged',
  refused: 'left as it is',
  unread: 'not read',
} as const;

function summary(outcomes: readonly Outcome[]): string {
  return Object.entries(words)
    .map(([result, word]) => [outcomes.filter((outcome) => outcome.result === result).length, word] as const)
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${count(n, 'file')} ${word}`)
    .join(', ');
}
