import { Command, InvalidArgumentError, Option } from 'commander';
import { existsSync, readFileSync } from 'node:fs';
import { checkApplication, projectOf } from '../check/application';
import { check, type CheckOptions } from '../check/check';
import { type FlowFile, readFile } from '../check/project';
import { countOf, type ReporterName, reporterNames, reporters } from '../check/reporters';
import { rules } from '../check/rules';
import { fromSettings, isWantedSeverity, suggestedRule, wantedSeverities } from '../check/severities';
import type { Finding } from '../finding';
import { loadSettings } from '../settings';
import { environmentOption, jsonOption, loadDefinitions } from './application';
import { complain, print, styleFor } from './output';

type Severities = NonNullable<CheckOptions['severities']>;

interface Options {
  readonly env?: string;
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
      const { findings, count } = files.length > 0 ? checkFiles(files, options, command) : await checkOwn(options);
      const report = { findings, files: count, rules, version: command.parent?.version() ?? '', folder: process.cwd() };
      print(reporters[options.json ? 'json' : options.reporter](report, styleFor(process.stdout)));
      const tooMany = countOf(findings, 'warning') > (options.maxWarnings ?? Number.POSITIVE_INFINITY);
      if (tooMany) complain(`There are more than ${options.maxWarnings} warnings (--max-warnings).`);
      if (tooMany || countOf(findings, 'error') > 0) process.exitCode = 1;
    });

interface Checked {
  readonly findings: readonly Finding[];
  /** How many files were looked at. */
  readonly count: number;
}

function checkFiles(given: readonly string[], { env, rule }: Options, command: Command): Checked {
  const files = [...new Set(given)].map((file) => readFrom(file));
  const unread = files.filter((file): file is Unread => 'reason' in file);
  if (unread.length > 0) command.error(unread.map(unreadMessage).join('\n'), { exitCode: 2 });
  // What the settings silence is found in the application, not in whatever file is at hand; a file has its comments.
  const { findings: unknown, severities, rules: adjusted } = settingsOf(env);
  const options = { ...(severities ? { severities } : {}), ...(adjusted ? { rules: adjusted } : {}) };
  const found = check(
    { files: files.filter((file): file is FlowFile => 'text' in file), definitions: [] },
    withRules(options, rule),
  );
  return { findings: [...unknown, ...found], count: files.length };
}

async function checkOwn({ env, rule }: Options): Promise<Checked> {
  const loaded = loadSettings({ environment: env });
  if (!loaded.settings) return { findings: loaded.findings, count: 0 };
  const { stacks, findings } = await loadDefinitions(env);
  if (!stacks) return { findings, count: 0 };
  const { findings: unknown, ...options } = fromSettings(loaded.settings, rules);
  return {
    findings: [...unknown, ...checkApplication(stacks, withRules(options, rule))],
    count: projectOf(stacks).files.length,
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

/** Files are checked by the rules of the project one stands in, if it is one. */
function settingsOf(environment: string | undefined): ReturnType<typeof fromSettings> {
  if (environment === undefined && !existsSync('settings.yaml')) return { findings: [] };
  const { settings, findings } = loadSettings({ environment });
  return settings ? fromSettings(settings, rules) : { findings };
}

/** What the command line says of rules goes before what the settings say. */
const withRules = (options: CheckOptions, rule: Severities): CheckOptions => ({
  ...options,
  severities: { ...options.severities, ...rule },
});

function ruleSeverity(given: string, before: Severities): Severities {
  const [name = '', severity = ''] = given.split('=');
  if (!rules.some((rule) => rule.name === name)) {
    throw new InvalidArgumentError(`There is no rule ${JSON.stringify(name)}. ${suggestedRule(name, rules)}`);
  }
  if (!isWantedSeverity(severity))
    throw new InvalidArgumentError(`Write it as ${name}=off, ${name}=warn or ${name}=error.`);
  return { ...before, [name]: wantedSeverities[severity] };
}

function wholeNumber(given: string): number {
  if (!/^\d{1,9}$/.test(given)) throw new InvalidArgumentError('It has to be a whole number, 0 or more.');
  return Number(given);
}
