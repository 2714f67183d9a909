import { Command, Option } from 'commander';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { readStack, stackFolders } from '../apply/stack';
import { check } from '../check/check';
import { type FlowFile, readFile } from '../check/project';
import { readText } from '../format/files';
import type { Finding } from '../ground/finding';
import { type FormatName, formatFlow, formatNames } from '../inspect/formats';
import { readFlowModel } from '../inspect/flow/read-flow-model';
import { type Site, sitePages } from '../inspect/site/site';
import { type Thing, thingsIn } from '../inspect/stacks/stack-model';
import {
  type ApplicationOptions,
  applicationOption,
  environmentOption,
  jsonOption,
  opened,
  refuse,
} from './application';
import { complain, complainAbout, count, print, printJson } from './output';

interface InspectOptions extends ApplicationOptions {
  readonly out: string;
  readonly format?: FormatName;
  readonly json?: boolean;
  readonly open?: boolean;
}

/** `flowcdk inspect` */
export const inspectCommand = (): Command =>
  new Command('inspect')
    .description('write pages that show the application, or any Architect YAML, to people who look rather than read')
    .argument('[files...]', 'Architect YAML; without one the application is shown')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(new Option('--out <dir>', 'folder for the pages').default('inspect'))
    .option('--open', 'show the first page in the browser')
    .addOption(new Option('--format <name>', 'print one flow instead of writing pages').choices(formatNames))
    .addOption(jsonOption().conflicts('format'))
    .addHelpText(
      'after',
      `
Examples:
  $ flowcdk inspect                               the application: an overview, and a page for each flow
  $ flowcdk inspect flows/*.yaml --out pages      a page for each file
  $ flowcdk inspect flow.yaml --format markdown   for a pull request: outline, variables, diagram
  $ flowcdk inspect flow.yaml --format svg > flow.svg

The pages open without a server, and no request leaves them.
Exit codes: 0 fine, 1 the application or the folder has a problem, 2 wrong use.`,
    )
    .action(run);

async function run(paths: readonly string[], options: InspectOptions, command: Command): Promise<void> {
  const files = filesOf(paths);
  if (!files) return;
  if (options.format) return printFormat(options.format, files, command);
  const site = files.length > 0 ? siteOfFiles(files) : await siteOfApplication(options);
  if (!site) return;
  const pages = await sitePages(site);
  const problem = writePages(options.out, pages);
  if (problem !== undefined) {
    complain(`flowcdk inspect: the pages cannot be written to ${options.out}: ${problem}`);
    process.exitCode = 1;
    return;
  }
  const first = join(options.out, 'index.html');
  if (options.json)
    printJson({
      out: options.out,
      pages: [...pages].map(([file, text]) => ({ file, bytes: Buffer.byteLength(text) })),
    });
  else print(`${count(pages.size, 'page')}. The first is ${first}`);
  if (options.open) show(first);
}

/** The files as they are read for a check. If one cannot be read, this tells so and gives nothing. */
function filesOf(paths: readonly string[]): readonly FlowFile[] | undefined {
  const texts = [...new Set(paths)].map((path) => [path, readText(path)] as const);
  const unread = texts.flatMap(([, text]): Finding[] => (typeof text === 'string' ? [] : [text]));
  if (unread.length === 0) {
    return texts.flatMap(([path, text]) => (typeof text === 'string' ? [readFile(path, text)] : []));
  }
  complainAbout(unread);
  process.exitCode = 2;
  return undefined;
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
  things: [],
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
    const things = thingsIn(stackFolders(folder).map(readStack));
    return {
      title: basename(resolve('.')),
      files: filesIn(things),
      things,
      findings: await application.check(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const filesIn = (things: readonly Thing[]): readonly FlowFile[] =>
  things.flatMap(({ flow }) => (flow ? [readFile(flow.file, flow.text)] : []));

/** Writes the pages. Gives the reason where that fails. */
function writePages(folder: string, pages: ReadonlyMap<string, string>): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
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
