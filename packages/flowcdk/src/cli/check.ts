import { Command, InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { findApplication } from '../application/find-application';
import { projectOf } from '../check/application';
import { check, type CheckOptions } from '../check/check';
import { type FlowFile, readFile } from '../check/project';
import { countOf, type ReporterName, reporterNames, reporters } from '../check/reporters';
import { rules } from '../check/rules';
import { fromSettings, isSeverityWord, suggestedRule, severityOfWord } from '../check/severities';
import type { Finding } from '../ground/finding';
import { type ApplicationOptions, applicationOption, environmentOption, jsonOption, opened } from './application';
import { complain, print, styleFor } from './output';

type Severities = NonNullable<CheckOptions['severities']>;

interface Options extends ApplicationOptions {
  readonly json?: boolean;
  readonly reporter: ReporterName;
  readonly rule: Severities;
  readonly maxWarnings?: number;
}

/** `flowcdk check` */
export const checkCommand = (): Command =>
  new Command('check')
    .description('find what is wrong with the application, or with any Architect YAML')
    .argument('[files...]', 'Architect YAML; without one the application is checked')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(new Option('--reporter <name>', 'how to tell').choices(reporterNames).default('pretty'))
    .addOption(jsonOption())
    .addOption(
      new Option('--rule <name=severity>', 'how much a rule matters: off, warn or error; may be given again')
        .argParser(ruleSeverity)
        .default({}, 'as the rule, or check: in settings.yaml, says'),
    )
    .addOption(new Option('--max-warnings <n>', 'fail when there are more warnings').argParser(wholeNumber))
    .addHelpText(
      'after',
      `
Examples:
  $ flowcdk check                              the application, as it would be uploaded
  $ flowcdk check flows/*.yaml                 any Architect YAML, from wherever it comes
  $ flowcdk check --rule constant-condition=error --max-warnings 0
  $ flowcdk check --reporter sarif > findings.sarif

Exit codes: 0 no error, 1 an error (or too many warnings), 2 wrong use. docs/rules explains every rule.`,
    )
    .action(async (files: readonly string[], options: Options, command: Command) => {
      const { findings, count } =
        files.length > 0 ? await checkFiles(files, options, command) : await checkOwn(options);
      const report = { findings, files: count, rules, version: command.parent?.version() ?? '', folder: process.cwd() };
      print(reporters[options.json ? 'json' : options.reporter](report, styleFor(process.stdout)));
      const tooMany = countOf(findings, 'warning') > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
      if (tooMany) complain(`There are more than ${options.maxWarnings} warnings (--max-warnings).`);
      if (tooMany || countOf(findings, 'error') > 0) process.exitCode = 1;
    });

interface Checked {
  readonly findings: readonly Finding[];
  /** How many files were checked. */
  readonly count: number;
}

async function checkFiles(paths: readonly string[], options: Options, command: Command): Promise<Checked> {
  const files = [...new Set(paths)].map((file) => readFrom(file));
  const unread = files.filter((file): file is Unread => 'reason' in file);
  if (unread.length > 0) command.error(unread.map(unreadMessage).join('\n'), { exitCode: 2 });
  // The silenced findings of the settings are findings of the application. They do not apply to any other file, which
  // can silence findings in comments.
  const { findings: unknown, severities, rules: adjusted } = await rulesOfProject(options);
  const ofProject = { severities, rules: adjusted };
  const ofRules = check(
    { files: files.filter((file): file is FlowFile => 'text' in file), definitions: [] },
    withRules(ofProject, options.rule),
  );
  return { findings: [...unknown, ...ofRules], count: files.length };
}

async function checkOwn(options: Options): Promise<Checked> {
  const { opened: application, findings } = await opened(options);
  if (!application) return { findings, count: 0 };
  return {
    findings: await application.check({ severities: options.rule }),
    count: projectOf(application.stacks).files.length,
  };
}

interface Unread {
  readonly file: string;
  readonly reason: string;
}

function readFrom(file: string): FlowFile | Unread {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (problem) {
    const { code = '', message } = problem as NodeJS.ErrnoException;
    return { file, reason: reasons[code] ?? message };
  }
  return readFile(file, text);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it, for instance with *.yaml',
  EACCES: 'you may not read it',
};

const unreadMessage = ({ file, reason }: Unread): string => `error: ${JSON.stringify(file)} cannot be read: ${reason}`;

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

function ruleSeverity(text: string, before: Severities): Severities {
  const [name = '', severity = ''] = text.split('=');
  if (!rules.some((rule) => rule.name === name)) {
    throw new InvalidArgumentError(`There is no rule ${JSON.stringify(name)}. ${suggestedRule(name, rules)}`);
  }
  if (!isSeverityWord(severity))
    throw new InvalidArgumentError(`Write it as ${name}=off, ${name}=warn or ${name}=error.`);
  return { ...before, [name]: severityOfWord[severity] };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It has to be a whole number, 0 or more.');
  return Number(text);
}
