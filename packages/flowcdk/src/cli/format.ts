import { Command, Option } from 'commander';
import type { Finding } from '../ground/finding';
import { readText, replaceText, textOf } from '../format/files';
import { formatText } from '../format/format-text';
import { FILE_UNREADABLE, fileNotUtf8, fileUnreadable } from '../format/unformattable';
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
}

/** `flowcdk format` */
export const formatCommand = (): Command =>
  new Command('format')
    .description('write Architect YAML in its canonical form')
    .argument('[files...]', 'Architect YAML, or patterns; - reads standard input and prints')
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

Data and comments stay the same. A file that cannot be read, or would lose something, is told and stays as it is.`),
    )
    .action(async (files: readonly string[], options: FormatOptions, command: Command) => {
      if (files.length === 0) {
        command.error('error: name the files to format, or - for standard input (flowcdk format --help)', {
          exitCode: 2,
        });
      }
      const outcomes: Outcome[] = [];
      for (const file of inputFiles(files)) outcomes.push(await format(file, options));
      if (options.json) printJson(asData(outcomes, options));
      else show(outcomes, options);
      const failed = outcomes.some(({ result }) => result === 'refused' || result === 'wouldChange');
      if (failed) process.exitCode = EXIT.findings;
      if (outcomes.some(({ result }) => result === 'unread')) process.exitCode = EXIT.wrongUse;
    });

async function format(file: string, { check, stdout }: FormatOptions): Promise<Outcome> {
  const source = file === STDIN ? await standardInput() : readText(file);
  if (typeof source !== 'string') {
    return { file, result: source.rule === FILE_UNREADABLE ? 'unread' : 'refused', findings: [source] };
  }
  const { text, findings } = formatText(source, file === STDIN ? STDIN_NAME : file);
  if (text === undefined) return { file, result: 'refused', findings };
  if (text === source) return { file, result: 'unchanged', text, findings: [] };
  if (check) return { file, result: 'wouldChange', text, findings: [] };
  const unwritten = stdout || file === STDIN ? undefined : replaceText(file, text);
  return unwritten
    ? { file, result: 'refused', findings: [unwritten] }
    : { file, result: 'formatted', text, findings: [] };
}

async function standardInput(): Promise<string | Finding> {
  const input = await readStandardInput();
  if ('reason' in input) return fileUnreadable(STDIN_NAME, input.reason, 'Name the file instead.');
  return textOf(input) ?? fileNotUtf8(STDIN_NAME);
}

const isPrinted = ({ file }: Outcome, { check, stdout }: FormatOptions): boolean =>
  stdout === true || (file === STDIN && !check);

const asData = (outcomes: readonly Outcome[], options: FormatOptions): unknown => ({
  files: outcomes.map((outcome) => ({
    file: outcome.file,
    result: outcome.result,
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
