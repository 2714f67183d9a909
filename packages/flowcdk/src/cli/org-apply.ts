import { defined } from '../ground/defined';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Did, Send, Step, Stack } from '../apply';
import { FlowcdkError } from '../ground/finding';
import { jsonOption, refuse } from './application';
import { exitCodeOf } from './exit-code';
import { tokenOf } from './org-token';
import { complain, print, printJson, styleFor } from './output';
import { helpText } from './help-text';

interface Options {
  readonly url?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly var: Readonly<Record<string, string>>;
  readonly madeUpSecrets?: true;
  readonly json?: true;
}

/** What was done for one stack. */
interface AppliedStack {
  readonly stack: string;
  readonly url: string;
  readonly steps: readonly Step[];
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** `flowcdk org apply` */
export const orgApply = (): Command =>
  new Command('apply')
    .description('bring a synthesized stack to a local org without Terraform')
    .argument('<folder>', 'a stack, cdktf.out/stacks/<name>, or cdktf.out for all of them')
    .addOption(
      new Option(
        '--url <url>',
        "address of the org (default: the stack's gateway, or http://127.0.0.1:8083)",
      ).argParser(address),
    )
    .option('--client-id <id>', 'OAuth client (default: that of the stack, or GENESYSCLOUD_OAUTHCLIENT_ID)')
    .option(
      '--client-secret <secret>',
      'its secret (default: that of the stack, GENESYSCLOUD_OAUTHCLIENT_SECRET, or FLOWCDK_ORG_TOKEN)',
    )
    .addOption(
      new Option('--var <name=value>', 'a variable of the stack; otherwise TF_VAR_<name>, or its default')
        .argParser(variable)
        .default({}, 'none'),
    )
    .option('--made-up-secrets', 'make up each secret that is not given: enough where stand-ins play the services')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk synth --env local && flowcdk org apply cdktf.out --made-up-secrets
  $ flowcdk org apply cdktf.out --made-up-secrets --json
  $ flowcdk org apply cdktf.out/stacks/end-of-call-report --var back_office_password=secret

What was applied is remembered beside the stack, in flowcdk-org-state.json: the next apply changes what has changed and
removes what the stack no longer has. To the cloud a stack goes with Terraform.`),
    )
    .action(run);

function address(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError('An address looks like http://127.0.0.1:8083.');
  }
  return text.replace(/\/+$/, '');
}

function variable(text: string, others: Readonly<Record<string, string>>): Record<string, string> {
  const [, name, value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('A variable is given as NAME=VALUE.');
  return { ...others, [name]: value };
}

async function run(folder: string, options: Options): Promise<void> {
  const json = options.json === true;
  const applied: AppliedStack[] = [];
  try {
    const { readStack, stackFolders } = await import('../apply');
    const folders = stackFolders(folder);
    const stacks = folders.map((path) => ({ folder: path, stack: readStack(path) }));
    const names = new Set(stacks.flatMap(({ stack }) => variableNames(stack)));
    const unknown = Object.keys(options.var).filter((name) => !names.has(name));
    if (unknown.length > 0) {
      complain(
        `flowcdk org apply: no stack has the variable ${unknown.join(', ')}. There are ${[...names].join(', ')}.`,
      );
      process.exitCode = 2;
      return;
    }
    for (const each of stacks) applied.push(await applyOne(each.folder, each.stack, options));
    if (json) printJson({ stacks: applied, findings: [] });
  } catch (problem) {
    if (!(problem instanceof FlowcdkError)) throw problem;
    const { findings } = problem;
    if (!json) return refuse(findings, false);
    printJson({ stacks: applied, findings });
    process.exitCode = exitCodeOf(findings);
  }
}

const variableNames = ({ json }: Stack): readonly string[] => Object.keys(objectIn(json, 'variable'));

async function applyOne(folder: string, stack: Stack, options: Options): Promise<AppliedStack> {
  const { applyStack, logIn, readState, writeState } = await import('../apply');
  const provider = providerOf(stack);
  const url = options.url ?? provider.gateway ?? 'http://127.0.0.1:8083';
  const send = sendTo(url);
  const style = styleFor(process.stdout);
  const tell = (line: string): void => (options.json ? undefined : print(line));
  tell(style.strong(`${stack.name} → ${url}`));
  const token = await logIn(send, url, {
    id: options.clientId ?? provider.id ?? process.env['GENESYSCLOUD_OAUTHCLIENT_ID'] ?? 'local',
    secret: options.clientSecret ?? secretFor(provider.secret),
  });
  const variables = await valuesFor(stack, options);
  const { steps, outputs } = await applyStack(stack, {
    send,
    token,
    variables,
    state: readState(folder),
    keep: (state) => writeState(folder, state),
    onStep: ({ address: what, did }: Step) => {
      if (did !== 'unchanged') tell(`  ${did.padEnd(8)} ${what}`);
    },
  });
  for (const [name, value] of Object.entries(outputs)) tell(`  ${name} = ${JSON.stringify(value)}`);
  tell(style.quiet(`  ${summary(steps)}\n`));
  return { stack: stack.name, url, steps, outputs };
}

/** The values of the variables of a stack: those that are given, and made-up secrets where these are wanted. */
async function valuesFor(stack: Stack, options: Options): Promise<Readonly<Record<string, string>>> {
  const { fromEnvironment, madeUp } = await import('../apply');
  const known = variableNames(stack);
  const ofStack = Object.fromEntries(Object.entries(options.var).filter(([name]) => known.includes(name)));
  const values = { ...fromEnvironment(stack, process.env), ...ofStack };
  if (!options.madeUpSecrets) return values;
  const missing = madeUp(stack, values);
  const names = Object.keys(missing);
  if (names.length > 0) complain(`flowcdk org apply: not given, so made up: ${names.join(', ')}.`);
  return { ...missing, ...values };
}

/** The secret of the client: that of the stack, unless the stack has only the placeholder. */
function secretFor(inStack: string | undefined): string {
  const { token } = tokenOf(undefined);
  if (inStack !== undefined && inStack !== ANY) return inStack;
  const fromVariable = inStack === undefined ? process.env['GENESYSCLOUD_OAUTHCLIENT_SECRET'] : undefined;
  return fromVariable ?? token ?? ANY;
}

/** The placeholder in stacks for a gateway; a local org takes any secret. */
const ANY = 'local';

const dids: readonly Did[] = ['created', 'changed', 'replaced', 'removed', 'unchanged'];

const summary = (steps: readonly Step[]): string =>
  dids.map((did) => `${steps.filter((step) => step.did === did).length} ${did}`).join(', ');

/** Address and client of the stack's provider block. */
function providerOf({ json }: Stack): { readonly gateway?: string; readonly id?: string; readonly secret?: string } {
  const block = objectIn(objectIn(json, 'provider'), 'genesyscloud');
  const { protocol, host, port } = objectIn(block, 'gateway');
  const literal = (value: unknown) => (typeof value === 'string' && !value.includes('${') ? value : undefined);
  const [id, secret] = [literal(block['oauthclient_id']), literal(block['oauthclient_secret'])];
  return {
    ...(typeof host === 'string' &&
    typeof protocol === 'string' &&
    (typeof port === 'string' || typeof port === 'number')
      ? { gateway: `${protocol}://${host}:${port}` }
      : {}),
    ...defined({ id, secret }),
  };
}

/** A block of the JSON, which may be wrapped in a list with one item. */
function objectIn(json: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = json[name];
  const block: unknown = Array.isArray(value) ? value[0] : value;
  return typeof block === 'object' && block !== null ? (block as Readonly<Record<string, unknown>>) : {};
}

const sendTo =
  (url: string): Send =>
  async ({ method, path, headers, body }) => {
    const response = await fetch(`${url}${path}`, { method, headers, ...defined({ body }) });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  };
