import { Command, InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { isNativeError } from 'node:util/types';
import type { ExportedAction } from '../data-action';
import type { LimitValues } from '../emulator/limits/limits';
import type { Answered } from '../emulator/server';
import type { AllowedNetwork } from '../emulator/runtime/services/allowed-hosts';
import { type ApplicationOptions, applicationOption, environmentOption } from './application';
import { duration } from './duration';
import { EXIT } from './exit-code';
import { orgApply } from './org-apply';
import { busFilesOption, busFolderOf } from './org-bus-files';
import { networkOf, networkOption, servicesOfOrg } from './org-services';
import { tokenOf, tokenOption } from './org-token';
import { complain, print, type Style, styleFor } from './output';
import { progress } from './progress';
import { servicesOption } from './services-option';
import { helpText } from './help-text';

interface Options extends ApplicationOptions {
  readonly host: string;
  readonly port: number;
  readonly state?: string;
  readonly seed?: string;
  readonly exports?: readonly string[];
  readonly log: 'pretty' | 'json' | 'quiet';
  readonly token?: string;
  readonly enforcePermissions?: true;
  /** `real`, `off`, or a file. */
  readonly limits: string;
  readonly consistency: 'strict' | 'eventual' | 'hostile';
  readonly chanceSeed?: string;
  readonly analyticsDelay?: number;
  readonly allowHost?: readonly string[];
  readonly services?: string;
  readonly busFiles?: string;
  /** True where no host is named. */
  readonly allowNetwork?: AllowedNetwork | true;
}

const EXAMPLES = `
Examples:
  $ flowcdk org                                    on http://127.0.0.1:8083, forgets everything when it ends
  $ flowcdk org --state .org                       goes on where it ended
  $ flowcdk org --seed seed.yaml                   begins with users, queues and numbers of its own
  $ flowcdk org --exports exports/*.json           with the data actions of files of the Export button
  $ flowcdk org --port 0 --log quiet               on a free port, which it prints
  $ flowcdk org --services slow.yaml               with databases as that file describes them
  $ flowcdk org --allow-network crm.example        data actions ask the real crm.example
  $ flowcdk org apply cdktf.out                    brings stacks to it without Terraform
  $ FLOWCDK_ORG_TOKEN=… flowcdk org --host 0.0.0.0
                                                   for other machines too, which have to know the token
  $ flowcdk org --enforce-permissions --limits real
                                                   as strict as the cloud: 403 without the permission, 429 when it
                                                   is asked too often

Ctrl-C ends it. GET /flowcdk/features tells what it can do; docs/emulator.md explains it.`;

/** `flowcdk org` */
export const orgCommand = (): Command =>
  new Command('org')
    .description('run a local Genesys Cloud organisation that Terraform can deploy to')
    .addOption(
      new Option('--port <number>', 'where it listens; 0 picks a free one').argParser(portNumber).default(8083),
    )
    .option('--host <address>', 'who can reach it: this machine unless you say otherwise', '127.0.0.1')
    .option(
      '--allow-host <name...>',
      'names under which it may be reached, and whose pages may drive it, besides those of this machine',
    )
    .option('--state <folder>', 'keep what it holds there; without it, it forgets everything when it ends')
    .option('--seed <file>', 'YAML or JSON with what a new org has already: users, queues, numbers')
    .option(
      '--exports <file...>',
      "files of Genesys Cloud's Export button for data actions, patterns or folders; the org imports them when it begins",
    )
    .addOption(
      new Option('--log <form>', 'how requests are told; json begins with a line that says where it listens')
        .choices(['pretty', 'json', 'quiet'])
        .default('pretty'),
    )
    .addOption(tokenOption('the only token, and the only client secret, that is taken'))
    .option('--enforce-permissions', 'OAuth clients and users do only what their roles allow')
    .option(
      '--limits <real|off|file>',
      'how often may be asked: as in the cloud, as often as you like, or as a YAML or JSON file of limits says',
      'off',
    )
    .addOption(
      new Option('--consistency <mode>', 'when others see participant data that was written: at once, late, or oddly')
        .choices(['strict', 'eventual', 'hostile'])
        .default('strict'),
    )
    .addOption(
      new Option(
        '--analytics-delay <time>',
        'how long after a conversation began or ended analytics show it: 90s, 15m, 1h (default: at once)',
      ).argParser(duration),
    )
    .addOption(servicesOption())
    .addOption(networkOption())
    .addOption(busFilesOption())
    .addOption(applicationOption())
    .addOption(environmentOption())
    .option('--chance-seed <text>', 'of everything that is left to chance: the same text, the same chance')
    .addHelpText('after', helpText(EXAMPLES))
    .action(run)
    .addCommand(orgApply());

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

async function run(options: Options): Promise<void> {
  const { host, port, state, seed, log, enforcePermissions, limits, consistency, chanceSeed, allowHost = [] } = options;
  const { token, isUsable } = tokenFor(options);
  if (!isUsable) return;
  const seedFile = seedIn(seed);
  if (seedFile === 'wrong') return;
  const exported = options.exports && (await exportsNamed(options.exports));
  if (options.exports && !exported) return;
  const limited = await limitsOf(limits);
  if (limited === 'wrong') return;
  const services = await servicesOfOrg(options);
  if (services === 'wrong') return;
  const network = networkOf(options.allowNetwork);
  const busFolder = busFolderOf(options.busFiles);
  if (busFolder === 'wrong') return;
  const { startOrg } = await import('../emulator/start-org');
  const style = styleFor(process.stdout);
  const reading = readingProgress();
  const running = await startOrg({
    host,
    port,
    allowedHosts: allowHost.map((name) => name.toLowerCase()),
    state,
    seed: seedFile,
    dataActions: exported,
    onlyToken: token,
    enforcePermissions,
    ...(limited === 'none' ? {} : { limits: limited }),
    life: {
      consistency,
      chanceSeed,
      analyticsDelay: options.analyticsDelay,
      services: services.load,
      network,
      busFolder,
    },
    ...(log === 'quiet'
      ? {}
      : { onAnswer: (answered) => print(log === 'json' ? JSON.stringify(answered) : line(answered, style)) }),
    onProgress: reading.tell,
    onNotice: complain,
    onDefect: (problem) => complain(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)),
  })
    .finally(reading.end)
    .catch((problem: unknown) => sayWhyNot(problem, host, port));
  if (!running) return;
  // A program that reads the line may end this process at once.
  const end = ended();
  const banner = `${ready(host, running.port, token !== undefined, style)}\n${whoAnswers(services.from, network)}\n`;
  print(log === 'json' ? readyJson(host, running.port) : banner);
  await end;
  await running.stop();
}

/** The token of the org. Says why it cannot be, and sets the exit code. */
function tokenFor({ host, token: option }: Options): {
  readonly token: string | undefined;
  readonly isUsable: boolean;
} {
  const { token, problem } = tokenOf(option);
  const isUsable = problem === undefined && (loopback.has(host) || token !== undefined);
  if (isUsable) return { token, isUsable };
  if (problem !== undefined) complain(`flowcdk org: ${problem}.`);
  else {
    complain(`flowcdk org: on ${host} other machines can reach the org, so it needs a token they have to know.`);
    complain('Give one in the environment variable FLOWCDK_ORG_TOKEN or with --token, or leave --host out.');
  }
  process.exitCode = 2;
  return { token, isUsable };
}

/** The file of `--seed` with its text. Prints that it cannot be read. */
function seedIn(file: string | undefined): { readonly file: string; readonly text: string } | undefined | 'wrong' {
  if (file === undefined) return undefined;
  const text = textOf(file);
  if (text !== undefined) return { file, text };
  complain(`flowcdk org: the seed file ${file} cannot be read.`);
  process.exitCode = 2;
  return 'wrong';
}

/** The data actions of the files of `--exports`. Prints what is wrong with them. */
async function exportsNamed(names: readonly string[]): Promise<readonly ExportedAction[] | undefined> {
  const { exportFilesNamed } = await import('../files/files-named');
  const { exportsIn } = await import('./export-files');
  return exportsIn('org', exportFilesNamed(names));
}

/** The limits of `--limits`. Prints what is wrong with them. */
async function limitsOf(option: string): Promise<LimitValues | 'none' | 'wrong'> {
  if (option === 'off') return 'none';
  if (option === 'real') return (await import('../emulator/limits/limits')).defaultLimits;
  const { limitsIn, WrongLimits } = await import('../emulator/limits/limits-file');
  const text = textOf(option);
  try {
    if (text !== undefined) return limitsIn(text, option);
    complain(`flowcdk org: --limits takes real, off, or a file; the file ${option} cannot be read.`);
  } catch (problem) {
    if (!(problem instanceof WrongLimits)) throw problem;
    complain(`flowcdk org: ${problem.message}`);
  }
  process.exitCode = 2;
  return 'wrong';
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Shows how much of a long journal has been read. */
function readingProgress(): { readonly tell: (read: number, of: number) => void; readonly end: () => void } {
  const bar = progress('reading the journal');
  return { tell: (read, of) => bar.tell(read / of), end: bar.end };
}

/** Says why the org did not start. @throws what the user cannot change */
function sayWhyNot(problem: unknown, host: string, port: number): void {
  const message = couldNotStart(problem, host, port);
  if (message === undefined) throw problem;
  complain(message);
  process.exitCode = isWrongUse(problem) ? EXIT.wrongUse : EXIT.findings;
}

/** Whether the options name what cannot be used. Otherwise the org is only hindered now. */
const isWrongUse = (problem: unknown): boolean => {
  const { code = '' } = problem as { readonly code?: string };
  return ['NoJournal', 'WrongSeed', 'WrongExport'].includes((problem as object).constructor.name) || unusable.has(code);
};

const unusable: ReadonlySet<string> = new Set(['ENOTDIR', 'EEXIST', 'ENOENT', 'EADDRNOTAVAIL', 'ENOTFOUND']);

/** The message for a reason that the user can change; undefined for any other. */
function couldNotStart(problem: unknown, host: string, port: number): string | undefined {
  if (!isNativeError(problem)) return undefined;
  const { code } = problem as { readonly code?: string };
  if (
    ['DamagedJournal', 'NoJournal', 'CannotKeep', 'FolderInUse', 'WrongSeed', 'WrongExport'].includes(
      problem.constructor.name,
    )
  )
    return `flowcdk org: ${problem.message}`;
  if (code === 'EADDRINUSE') {
    return `flowcdk org: something listens on ${host}:${port} already. End it, or choose another port with --port (0 picks a free one).`;
  }
  if (code === 'EACCES') return `flowcdk org: not allowed: ${problem.message}`;
  if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT')
    return `flowcdk org: --state is no folder: ${problem.message}`;
  if (code === 'EROFS' || code === 'ENOSPC') return `flowcdk org: nothing can be written there: ${problem.message}`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `flowcdk org: this machine has no address ${host}.`;
  return undefined;
}

/** For programs: the first line says where the org listens. */
const readyJson = (host: string, port: number): string =>
  JSON.stringify({ ready: `http://${shownHost(host)}:${port}`, host, port });

const ready = (
  host: string,
  port: number,
  withToken: boolean,
  style: Style,
): string => `${style.strong(`Local org ready on http://${shownHost(host)}:${port}`)}

provider "genesyscloud" {
  oauthclient_id     = "local"
  oauthclient_secret = ${withToken ? 'var.token # the token of the org' : '"local"'}
  token_pool_size    = 1
  gateway {
    protocol = "http"
    host     = "${shownHost(host)}"
    port     = "${port}"
  }
}

platformClient.ApiClient.instance.setGateway({ protocol: 'http', host: '${shownHost(host)}', port: ${port} })

Events as they happen   http://${shownHost(host)}:${port}/flowcdk/events/stream
All it can be asked     http://${shownHost(host)}:${port}/flowcdk/openapi.json
`;

/** What data actions reach. */
function whoAnswers(standIns: string | undefined, network: AllowedNetwork | undefined): string {
  const played = standIns === undefined ? 'nothing plays them' : `played as ${standIns} says`;
  const hosts = network === 'any' ? 'any host' : [...(network ?? []), 'this machine'].join(', ');
  return `Services of data actions, and bots: ${played}; requests leave the org to ${hosts}`;
}

/** Nobody connects to 0.0.0.0. */
const shownHost = (host: string): string => (host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host);

function line({ method, path, status, milliseconds, problem, warnings = [] }: Answered, style: Style): string {
  const code = status < 400 ? style.good(String(status)) : style.bad(String(status));
  const remarks = [...(problem === undefined ? [] : [problem]), ...warnings.map((warning) => `warning: ${warning}`)];
  const request = `${code} ${method.padEnd(6)} ${path} ${style.quiet(`${milliseconds} ms`)}`;
  return [request, ...remarks.map((remark) => `    ${remark}`)].join('\n');
}

/** Resolves with Ctrl-C, or when the process is asked to end. */
const ended = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
