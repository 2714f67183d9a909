import { Command, InvalidArgumentError, Option } from 'commander';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readStack, stackFolders } from '../apply/stack';
import { check } from '../check/check';
import { type FlowFile, readFile } from '../check/project';
import { makeFolder } from '../files/make-folder';
import { readBytes } from '../format/files';
import type { Finding } from '../ground/finding';
import { type FormatName, formatFlow, formatNames } from '../inspect/formats';
import { readFlowModel } from '../inspect/flow/read-flow-model';
import { type Site, sitePages } from '../inspect/site/site';
import { type StackResource, resourcesIn } from '../inspect/stacks/stack-model';
import {
  type ApplicationOptions,
  applicationOption,
  environmentOption,
  jsonOption,
  opened,
  refuse,
} from './application';
import { flowFileOf } from './flow-file';
import { helpText } from './help-text';
import { inputFiles, readStandardInput, STDIN, STDIN_NAME } from './input-files';
import { executionPage } from './inspect-execution';
import { tokenOption } from './org-token';
import { complain, complainAbout, count, print, printJson } from './output';

interface InspectOptions extends ApplicationOptions {
  readonly out: string;
  readonly format?: FormatName;
  readonly json?: boolean;
  readonly open?: boolean;
  /** The file with the ways that tests took; true for the usual one. */
  readonly coverage?: string | true;
  readonly execution?: string;
  readonly org?: string;
  readonly token?: string;
}

/** Where the coverage reporter of the testing kit writes. */
const COVERAGE = 'coverage/flow-coverage.json';

/** `flowcdk inspect` */
export const inspectCommand = (): Command =>
  new Command('inspect')
    .description('write pages that show the application, or any Architect YAML, to people who look rather than read')
    .argument('[files...]', 'Architect YAML or i3 exports; without one the application is shown')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(new Option('--out <dir>', 'folder for the pages').default('inspect'))
    .option('--open', 'show the first page in the browser')
    .addOption(
      new Option('--coverage [file]', `mark the ways that no test took, from ${COVERAGE} of the coverage reporter`),
    )
    .addOption(new Option('--execution <id>', 'the timeline of a run that an org keeps; needs --org'))
    .addOption(new Option('--org <url>', 'the org to fetch a run from').argParser(address))
    .addOption(tokenOption('the token of that org'))
    .addOption(new Option('--format <name>', 'print one flow instead of writing pages').choices(formatNames))
    .addOption(jsonOption().conflicts('format'))
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk inspect                               the application: an overview, and a page for each flow
  $ flowcdk inspect flows/*.yaml --out pages      a page for each file
  $ flowcdk inspect flow.yaml --format markdown   for a pull request: outline, variables, diagram
  $ flowcdk inspect flow.yaml --format svg > flow.svg
  $ flowcdk inspect --coverage                    with the ways that no test took marked
  $ flowcdk inspect flow.yaml --execution ID --org http://127.0.0.1:8083
                                                  a run that an org keeps, with the diagram of its flow

The pages open without a server, and no request leaves them.
Exit codes: 0 fine, 1 the application has a problem, 2 wrong use: a file or a folder that cannot be used.`),
    )
    .action(run);

async function run(paths: readonly string[], options: InspectOptions, command: Command): Promise<void> {
  const files = await filesOf(paths);
  if (!files) return;
  if (options.format) return printFormat(options.format, files, command);
  if ((options.execution === undefined) !== (options.org === undefined)) {
    command.error('error: --execution and --org belong together', { exitCode: 2 });
  }
  const pages =
    options.execution !== undefined && options.org !== undefined
      ? await runPages(files, options, options.execution, options.org)
      : await allPages(files, options, command);
  if (!pages) return;
  const problem = writePages(options.out, pages);
  if (problem !== undefined) {
    complain(`flowcdk inspect: the pages cannot be written to ${options.out}: ${problem}`);
    process.exitCode = 2;
    return;
  }
  const first = join(options.out, [...pages.keys()][0] ?? '');
  if (options.json) printJson({ out: options.out, pages: sizesOf(pages) });
  else print(`${count(pages.size, 'page')}. The first is ${first}`);
  if (options.open) show(first);
}

type Pages = ReadonlyMap<string, string>;

const sizesOf = (pages: Pages) => [...pages].map(([file, text]) => ({ file, bytes: Buffer.byteLength(text) }));

async function allPages(
  files: readonly FlowFile[],
  options: InspectOptions,
  command: Command,
): Promise<Pages | undefined> {
  const taken = options.coverage === undefined ? undefined : takenWays(options.coverage, command);
  const site = files.length > 0 ? siteOfFiles(files) : await siteOfApplication(options);
  return site && sitePages({ ...site, taken });
}

async function runPages(
  files: readonly FlowFile[],
  { token }: InspectOptions,
  execution: string,
  org: string,
): Promise<Pages | undefined> {
  const text = await executionPage({ execution, org, token, files });
  return text === undefined ? undefined : new Map([['execution.html', text]]);
}

/** The ways that tests took, by the name of the flow. */
function takenWays(option: string | true, command: Command): ReadonlyMap<string, ReadonlySet<string>> {
  const file = option === true ? COVERAGE : option;
  try {
    const { taken } = JSON.parse(readFileSync(file, 'utf8')) as { readonly taken: Readonly<Record<string, string[]>> };
    return new Map(Object.entries(taken).map(([flow, ways]) => [flow, new Set(ways)]));
  } catch {
    return command.error(
      `error: ${JSON.stringify(file)} holds no flow coverage; tests write it with the reporter flowcdk/testing/coverage-reporter`,
      { exitCode: 2 },
    );
  }
}

/** The files as they are read for a check. If one cannot be read, this tells so and gives nothing. */
async function filesOf(paths: readonly string[]): Promise<readonly FlowFile[] | undefined> {
  const files: FlowFile[] = [];
  const unread: Finding[] = [];
  for (const path of inputFiles(paths)) {
    const bytes = path === STDIN ? await standardInput() : readBytes(path);
    if (bytes instanceof Uint8Array) files.push(flowFileOf(path === STDIN ? STDIN_NAME : path, bytes));
    else unread.push(bytes);
  }
  if (unread.length === 0) return files;
  complainAbout(unread);
  process.exitCode = 2;
  return undefined;
}

async function standardInput(): Promise<Uint8Array | Finding> {
  const input = await readStandardInput();
  if (!('reason' in input)) return input;
  return { rule: 'file-unreadable', severity: 'error', message: `standard input cannot be read: ${input.reason}` };
}

async function printFormat(format: FormatName, files: readonly FlowFile[], command: Command): Promise<void> {
  const [file] = files;
  if (!file || files.length > 1) {
    command.error(`error: --format prints one flow; name one file (here: ${count(files.length, 'file')})`, {
      exitCode: 2,
    });
  }
  const model = readFlowModel(file, check({ files, definitions: [] }));
  const text = await formatFlow(format, file, model);
  if (text !== undefined) return void process.stdout.write(text);
  complain(`flowcdk inspect: ${file.file} holds no flow that can be drawn; flowcdk check ${file.file} tells why.`);
  process.exitCode = 1;
}

const siteOfFiles = (files: readonly FlowFile[]): Site => ({
  title: files.length === 1 ? (files[0]?.file ?? '') : count(files.length, 'flow'),
  files,
  resources: [],
  findings: check({ files, definitions: [] }),
});

/** The application as it would be deployed: its stacks are synthesized into a folder for a moment. */
async function siteOfApplication(options: InspectOptions): Promise<Site | undefined> {
  const json = options.json === true;
  const { opened: application, findings: unopened } = await opened(options);
  if (!application) return refuse(unopened, json);
  const folder = mkdtempSync(join(tmpdir(), 'flowcdk-inspect-'));
  try {
    const { findings } = await application.synthesize(folder);
    if (findings) return refuse(findings, json);
    const resources = resourcesIn(stackFolders(folder).map(readStack));
    return {
      title: application.stacks.map(({ name }) => name).join(', '),
      files: filesIn(resources),
      resources,
      findings: await application.check(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const filesIn = (resources: readonly StackResource[]): readonly FlowFile[] =>
  resources.flatMap(({ flow }) => (flow ? [readFile(flow.file, flow.text)] : []));

/** Writes the pages. Gives the reason where that fails. */
function writePages(folder: string, pages: Pages): string | undefined {
  try {
    makeFolder(folder);
    for (const [file, text] of pages) writeFileSync(join(folder, file), text);
    return undefined;
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Shows a file in the browser of this machine. */
function show(file: string): void {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, resolve(file)], { stdio: 'ignore', detached: true });
  child.on('error', (problem) =>
    complain(`flowcdk inspect: no browser could be started (${problem.message}); open ${file}`),
  );
  child.unref();
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError('It has to be the address of an org: http://127.0.0.1:8083.');
}
