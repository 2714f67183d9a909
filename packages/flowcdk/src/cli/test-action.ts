import { Command, InvalidArgumentError, Option } from 'commander';
import type { ExportedAction } from '../data-action';
import { importDataActions, WrongExport } from '../emulator/import-data-actions';
import type { StandardSettings } from '../settings';
import { customAuthId } from '../emulator/state/custom-auth-action';
import { RealClock } from '../emulator/runtime/clock';
import type { Tested } from '../emulator/runtime/data-actions/data-action-runner';
import type { Runtime } from '../emulator/runtime/runtime';
import { begin, type Steps } from '../emulator/runtime/steps';
import { fieldsOf, type Json, type JsonObject, textOf } from '../emulator/state/json';
import type { Org } from '../emulator/state/org';
import type { DataAction } from '../emulator/state/tables/data-action';
import { MADE_UP } from '../apply/variables';
import { didYouMean } from '../ground/did-you-mean';
import { type ApplicationOptions, applicationOption, environmentOption, jsonOption, runnable } from './application';
import { complain, print, printJson, type Style, styleFor } from './output';
import { describedServices, servicesOption } from './services-option';
import { wholeNumber } from './whole-number';
import type { OpenApplication } from '../application/open-application';
import type { ServicesDescription } from '../testing/services/description';
import { helpText } from './help-text';

interface TestActionOptions extends ApplicationOptions {
  readonly file?: string;
  readonly input: Readonly<Record<string, string>>;
  readonly services?: string;
  readonly real?: true;
  readonly seed: number;
  readonly json?: true;
}

/** `flowcdk test-action` */
export const testAction = (): Command =>
  new Command('test-action')
    .description('run one data action and show every step of its mapping')
    .argument('[name]', 'as "flowcdk list" names it; not with --file')
    .addOption(
      new Option(
        '--file <export>',
        "a file of Genesys Cloud's Export button, in place of a data action of the application",
      ).conflicts(['app', 'env']),
    )
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(
      new Option('--input <name=value>', 'an input; may be given several times').argParser(input).default({}, 'none'),
    )
    .addOption(servicesOption().conflicts('real'))
    .option('--real', 'ask the real service over the network; secrets come from TF_VAR_ variables, as for Terraform')
    .option('--seed <number>', 'of everything that is left to chance', wholeNumber, 1)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk test-action "Find customer in Gamma" --input phoneNumber=33142685300
  $ flowcdk test-action "Find customer in Beta" --input phoneNumber=0142685300 --services slow.yaml
  $ flowcdk test-action --file exports/Get-Sentiment.json --input conversationid=4711
  $ TF_VAR_alpha_api_key=… flowcdk test-action "Find customer in Alpha" --input phoneNumber=+33142685300 --real`),
    )
    .action(run);

async function run(name: string | undefined, options: TestActionOptions, command: Command): Promise<void> {
  const { json, real } = options;
  if ((name === undefined) === (options.file === undefined))
    command.error('error: name a data action of the application, or a file of one with --file', { exitCode: 2 });
  const ready = await (options.file === undefined
    ? orgOfProject(name ?? '', options)
    : orgOfFile(options.file, options));
  if (!ready) return;
  const { org, action } = ready;
  const inputs = inputsOf(action, options.input);
  if (!inputs) return;
  if (real) tellMissingSecrets(action, org.runtime.org);
  const { dataActions } = org.runtime;
  const tested = await org.ended(dataActions.test(action, inputs));
  if (!tested.success) process.exitCode = 1;
  if (json) {
    const { operations, success, finalResult, error } = tested;
    return printJson({ dataAction: action.name, inputs, operations, success, finalResult, error });
  }
  print(shown(action.name, inputs, tested, styleFor(process.stdout)));
}

/** The org of the project with a data action of it. Prints what keeps it from being there. */
async function orgOfProject(name: string, options: TestActionOptions): Promise<ReadyAction | undefined> {
  const ready = await runnable(options);
  if (!ready) return undefined;
  const services = await describedServices(options.services, ready.application);
  if (services === 'wrong') return undefined;
  const org = await orgFor(ready.application, services, options);
  const action = actionNamed(name, org.runtime.org.all('dataAction'));
  return action && { org, action };
}

/** An org with nothing but the data action of a file. Prints what keeps it from being there. */
async function orgOfFile(file: string, options: TestActionOptions): Promise<ReadyAction | undefined> {
  const { exportsIn } = await import('./export-files');
  const exported = exportsIn('test-action', [file]);
  if (!exported) return undefined;
  const { OpenApplication } = await import('../application/open-application');
  const { application } = await import('../application/application');
  const empty = new OpenApplication(application({ stacks: () => [] }), { provider: {} } as StandardSettings);
  const services = await describedServices(options.services, empty);
  if (services === 'wrong') return undefined;
  const org = await orgFor(empty, services, options);
  const action = imported(org.runtime.org, exported, options.real === true);
  return action && { org, action };
}

/** The data action of a file in an org. Prints why the org does not take it. */
function imported(org: Org, exported: readonly ExportedAction[], real: boolean): DataAction | undefined {
  const credentialValue = (field: string): string =>
    (real ? process.env[`TF_VAR_${field}`] : undefined) ?? `${MADE_UP}${field}`;
  try {
    return importDataActions(org, exported, { credentialValue })[0];
  } catch (problem) {
    if (!(problem instanceof WrongExport)) throw problem;
    complain(`flowcdk test-action: ${problem.message}.`);
    process.exitCode = 1;
    return undefined;
  }
}

const orgFor = (
  application: OpenApplication,
  services: ServicesDescription,
  { real, seed }: TestActionOptions,
): Promise<TestOrg> => (real ? realOrg(application) : doubledOrg(application, services, seed));

interface ReadyAction {
  readonly org: TestOrg;
  readonly action: DataAction;
}

/** An org with the application, and how to wait until something in it has happened. */
interface TestOrg {
  readonly runtime: Runtime;
  readonly ended: (steps: Steps<Tested>) => Promise<Tested>;
}

async function doubledOrg(opened: OpenApplication, services: ServicesDescription, seed: number): Promise<TestOrg> {
  const { orgOfApplication } = await import('../testing/one-call');
  const { runtime, clock } = await orgOfApplication(opened, { services, seed });
  return {
    runtime,
    ended: async (steps) => {
      let result: Tested | undefined;
      begin(steps, (ended) => {
        if ('error' in ended) throw ended.error;
        if ('value' in ended) result = ended.value;
      });
      await clock.run(() => result !== undefined);
      if (!result) throw new Error('a test of a data action ends');
      return result;
    },
  };
}

/** An org in real time, with the secrets that Terraform would get. */
async function realOrg(opened: OpenApplication): Promise<TestOrg> {
  const { livingOrg } = await import('../testing/living-org');
  const variables = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      name.startsWith('TF_VAR_') && value !== undefined ? [[name.slice('TF_VAR_'.length), value]] : [],
    ),
  );
  const { runtime } = await livingOrg(opened, new RealClock(), {
    overNetwork: true,
    variables,
  });
  return {
    runtime,
    ended: (steps) =>
      new Promise((resolve, reject) =>
        begin(steps, (ended) => {
          if ('value' in ended) resolve(ended.value);
          else reject('error' in ended ? (ended.error as Error) : new Error('a test of a data action ends'));
        }),
      ),
  };
}

/** The real service refuses made-up secrets, so this says which were missing. */
function tellMissingSecrets(action: DataAction, org: Org): void {
  const integration = org.get('integration', action.integrationId);
  const missing = Object.values(integration?.credentials ?? {}).flatMap(({ id }) =>
    Object.values(org.secret(id) ?? {}).flatMap((value) =>
      value.startsWith(MADE_UP) ? [`TF_VAR_${value.slice(MADE_UP.length)}`] : [],
    ),
  );
  if (missing.length > 0) complain(`flowcdk test-action: not given, so made up: ${missing.join(', ')}.`);
}

function actionNamed(name: string, actions: readonly DataAction[]): DataAction | undefined {
  const shownActions = actions.filter(({ id, integrationId }) => id !== customAuthId(integrationId));
  const matching = shownActions.filter((action) => action.name.toLowerCase() === name.toLowerCase());
  if (matching[0]) return matching[0];
  const names = shownActions.map((action) => action.name);
  const near = didYouMean(name, names);
  complain(`flowcdk test-action: there is no data action ${JSON.stringify(name)}.`);
  complain(`${near === undefined ? '' : `Did you mean "${near}"? `}There are ${names.join(', ')}.`);
  process.exitCode = 2;
  return undefined;
}

/** The inputs in the types of the contract. Prints what is wrong with them. */
function inputsOf(action: DataAction, values: Readonly<Record<string, string>>): JsonObject | undefined {
  const { properties = {} } = action.contract.input.inputSchema;
  const known = Object.keys(properties);
  const inputs: Record<string, Json> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!known.includes(name)) {
      const near = didYouMean(name, known);
      complain(`flowcdk test-action: ${action.name} has no input ${JSON.stringify(name)}.`);
      complain(`${near === undefined ? '' : `Did you mean ${near}? `}Its inputs are ${known.join(', ')}.`);
      process.exitCode = 2;
      return undefined;
    }
    const read = inType(value, textOf(fieldsOf(properties[name])['type']) ?? 'string');
    if (read === undefined) {
      const type = textOf(fieldsOf(properties[name])['type']) ?? '';
      complain(
        `flowcdk test-action: the input ${name} is ${JSON.stringify(value)}; expected ${typeWords[type] ?? type}.`,
      );
      process.exitCode = 2;
      return undefined;
    }
    inputs[name] = read;
  }
  return inputs;
}

const typeWords: Readonly<Record<string, string>> = {
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list as JSON: ["a", "b"]',
  object: 'an object as JSON: {"a": 1}',
};

function inType(value: string, type: string): Json | undefined {
  if (type === 'string') return value;
  try {
    const data = JSON.parse(value) as Json;
    const is = Array.isArray(data) ? 'array' : data === null ? 'null' : typeof data;
    if (type === 'integer') return Number.isSafeInteger(data) ? data : undefined;
    return is === type ? data : undefined;
  } catch {
    return undefined;
  }
}

function shown(name: string, inputs: JsonObject, tested: Tested, style: Style): string {
  const lines = [style.strong(name), `  ${style.quiet('input')} ${JSON.stringify(inputs)}`, ''];
  for (const { step, success, result, error } of tested.operations) {
    lines.push(`  ${success ? style.good('✓') : style.bad('✗')} ${step}`);
    const content = error ?? result;
    if (content !== undefined)
      lines.push(block(typeof content === 'string' ? content : JSON.stringify(content, null, 2), style));
  }
  lines.push('', tested.success ? style.good('  It works.') : style.bad(`  It failed: ${tested.error ?? ''}`));
  return lines.join('\n');
}

const block = (text: string, style: Style): string =>
  text
    .split('\n')
    .map((line) => style.quiet(`      ${line}`))
    .join('\n');

function input(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('An input is written as name=value: phoneNumber=+33142685300.');
  }
  return { ...before, [name]: value };
}
