import { Command, InvalidArgumentError, Option } from 'commander';
import { findApplication } from '../application/find-application';
import { projectOf } from '../check/application';
import type { TemplatedAction } from '../check/data-action-templates';
import { templatedAction } from '../check/exported-action';
import { looksLikeExport, readExport } from '../data-action';
import { check, type CheckOptions } from '../check/check';
import type { Substitutions } from '../check/placeholders';
import type { FlowFile } from '../check/project';
import { countOf, type ReporterName, reporterNames, reporters } from '../check/reporters';
import { rules } from '../check/rules';
import { fromSettings, isSeverityWord, suggestedRule, severityOfWord } from '../check/severities';
import { readBytes } from '../format/files';
import { FILE_UNREADABLE, fileUnreadable } from '../format/unformattable';
import { MOST_OF_A_RULE } from '../ground/bounded-findings';
import type { Finding } from '../ground/finding';
import {
  type ApplicationOptions,
  applicationOption,
  environmentOption,
  jsonOption,
  opened,
  refuse,
} from './application';
import { offering } from './completed-command';
import { EXIT, exitCodeOf } from './exit-code';
import { flowFileOf } from './flow-file';
import { complain, complainAbout, print, styleFor } from './output';
import { helpText } from './help-text';
import { inputFiles, readStandardInput, STDIN, STDIN_NAME } from './input-files';
import { substitutionsOption } from './substitutions';

type Severities = NonNullable<CheckOptions['severities']>;

interface Options extends ApplicationOptions {
  readonly json?: boolean;
  readonly reporter: ReporterName;
  readonly rule: Severities;
  readonly maxWarnings?: number;
  readonly maxFindings?: number;
  readonly substitutions?: Substitutions;
}

/** `flowcdk check` */
export const checkCommand = (): Command =>
  new Command('check')
    .description('find what is wrong with the application, or with any Architect YAML')
    .argument(
      '[files...]',
      'Architect YAML or i3 exports, or patterns; - reads standard input; without one the application is checked',
    )
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(new Option('--reporter <name>', 'how to tell').choices(reporterNames).default('pretty'))
    .addOption(jsonOption())
    .addOption(ruleOption())
    .addOption(new Option('--max-warnings <n>', 'fail when there are more warnings').argParser(wholeNumber))
    .addOption(
      new Option('--max-findings <n>', 'list at most so many findings of a rule in a file, or all')
        .argParser(findingCount)
        .default(MOST_OF_A_RULE),
    )
    .addOption(substitutionsOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk check                              the application, as it would be uploaded
  $ flowcdk check flows/*.yaml                 any Architect YAML, from wherever it comes
  $ flowcdk check 'flows/**/*.yaml'            in folders below, too, whatever the shell makes of patterns
  $ flowcdk check exports/*.json               data actions of Genesys Cloud's Export button
  $ flowcdk check - < flow.yaml                from standard input
  $ flowcdk check flow.yaml --substitutions test.yaml
                                               with values for its placeholders
  $ flowcdk check --rule constant-condition=error --max-warnings 0
  $ flowcdk check --reporter sarif > findings.sarif

Exit codes: 0 no error, 1 an error (or too many warnings), 2 wrong use. docs/rules explains every rule.`),
    )
    .action(run);

async function run(files: readonly string[], options: Options, command: Command): Promise<void> {
  if (files.length === 0 && options.substitutions)
    command.error('error: --substitutions is for files; the application fills in its own', { exitCode: 2 });
  const { findings: all, count } =
    files.length > 0 ? await checkFiles(inputFiles(files), options) : await checkOwn(options);
  const isPretty = !options.json && options.reporter === 'pretty';
  // A command line that is wrong is told like that of any other command, beside what is wrong in the files.
  const unread = all.filter(({ rule }) => rule === FILE_UNREADABLE);
  const findings = isPretty ? all.filter((finding) => !unread.includes(finding)) : all;
  if (isPretty && unread.length > 0) complainAbout(unread);
  const version = command.parent?.version() ?? '';
  const report = { findings, files: count, rules, version, folder: process.cwd(), most: options.maxFindings };
  if (exitCodeOf(findings) === EXIT.wrongUse && isPretty) return refuse(findings, false);
  if (count > 0 || unread.length === 0 || !isPretty)
    print(reporters[options.json ? 'json' : options.reporter](report, styleFor(process.stdout)));
  const tooMany = countOf(findings, 'warning') > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
  if (tooMany) complain(`There are more than ${options.maxWarnings} warnings (--max-warnings).`);
  if (tooMany || countOf(findings, 'error') > 0) process.exitCode = tooMany ? EXIT.findings : exitCodeOf(findings);
  if (unread.length > 0) process.exitCode = EXIT.wrongUse;
}

interface Checked {
  readonly findings: readonly Finding[];
  /** How many files were checked. */
  readonly count: number;
}

async function checkFiles(paths: readonly string[], options: Options): Promise<Checked> {
  const all = await Promise.all(paths.map((file) => readFrom(file, options.substitutions ?? {})));
  const unread = all.filter(isFinding);
  const files = all.filter((file): file is FlowFile | ExportFile => !isFinding(file));
  // The silenced findings of the settings are findings of the application. They do not apply to any other file, which
  // can silence findings in comments.
  const { findings: unknown, severities, rules: adjusted } = await rulesOfProject(options);
  const ofProject = { severities, rules: adjusted };
  const exported = files.filter((file): file is ExportFile => 'exported' in file).map(readExportFile);
  const ofRules = check(
    {
      files: files.filter((file): file is FlowFile => 'text' in file),
      definitions: exported.flatMap(({ action }) => action ?? []),
    },
    withRules(ofProject, options.rule),
  );
  const unreadable = exported.flatMap(({ findings = [] }) => findings);
  return { findings: [...unread, ...unknown, ...unreadable, ...ofRules], count: files.length };
}

async function checkOwn(options: Options): Promise<Checked> {
  const { opened: application, findings } = await opened(options);
  if (!application) return { findings, count: 0 };
  return {
    findings: await application.check({ severities: options.rule }),
    count: projectOf(application.stacks).files.length,
  };
}

/** A file of the Export button for data actions. */
interface ExportFile {
  readonly file: string;
  readonly exported: string;
}

function readExportFile({ file, exported }: ExportFile): {
  readonly action?: TemplatedAction;
  readonly findings?: readonly Finding[];
} {
  const { action, findings } = readExport(exported, file);
  return action ? { action: templatedAction(action, file, exported) } : { findings };
}

const isFinding = (read: FlowFile | ExportFile | Finding): read is Finding => 'rule' in read;

async function readFrom(file: string, substitutions: Substitutions): Promise<FlowFile | ExportFile | Finding> {
  if (file === STDIN) {
    const input = await readStandardInput();
    if ('reason' in input) return fileUnreadable(STDIN_NAME, input.reason, 'Name the file instead.');
    return checkedFile(STDIN_NAME, input, substitutions);
  }
  const bytes = readBytes(file);
  return bytes instanceof Uint8Array ? checkedFile(file, bytes, substitutions) : bytes;
}

/** A file as the rules look at it: a flow, or a data action of the Export button. */
function checkedFile(file: string, bytes: Uint8Array, substitutions: Substitutions): FlowFile | ExportFile {
  const text = Buffer.from(bytes).toString('utf8');
  return looksLikeExport(text) ? { file, exported: text } : flowFileOf(file, bytes, substitutions);
}

/**
 * The rules for files: those of the project around the working folder, with `check` and `longestSilence` of its
 * settings, or else all.
 */
async function rulesOfProject(options: Options): Promise<ReturnType<typeof fromSettings>> {
  const isWanted = options.app !== undefined || options.env !== undefined || findApplication('.') !== undefined;
  if (!isWanted) return { findings: [] };
  const { opened: application, findings } = await opened(options);
  return application ? fromSettings(application.settings, rules) : { findings };
}

/** Severities of the command line override those of the settings. */
const withRules = (options: CheckOptions, rule: Severities): CheckOptions => ({
  ...options,
  severities: { ...options.severities, ...rule },
});

const ruleOption = (): Option =>
  offering(
    new Option('--rule <name=severity>', 'how much a rule matters: off, warn or error; may be given again')
      .argParser(ruleSeverity)
      .default({}, 'as the rule, or check: in settings.yaml, says'),
    rules.flatMap(({ name }) => Object.keys(severityOfWord).map((severity) => `${name}=${severity}`)),
  );

function ruleSeverity(text: string, before: Severities): Severities {
  const [name = '', severity = ''] = text.split('=');
  if (!rules.some((rule) => rule.name === name)) {
    throw new InvalidArgumentError(`There is no rule ${JSON.stringify(name)}. ${suggestedRule(name, rules)}`);
  }
  if (!isSeverityWord(severity))
    throw new InvalidArgumentError(`Write it as ${name}=off, ${name}=warn or ${name}=error.`);
  return { ...before, [name]: severityOfWord[severity] };
}

const findingCount = (text: string): number => (text === 'all' ? Infinity : wholeNumber(text));

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number, 0 or more.');
  return Number(text);
}
