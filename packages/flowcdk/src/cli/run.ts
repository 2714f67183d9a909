import { Command, InvalidArgumentError, Option } from 'commander';
import { defined } from '../ground/defined';
import type { JsonObject } from '../emulator/state/json';
import type { FlowFiles } from '../stubs/flow-files';
import type { PublishedFlow } from '../stubs/publish-flow-files';
import type { LocalOrg, TestCall } from '../testing';
import { FILE_UNREADABLE } from '../format/unformattable';
import { KitProblem } from '../testing/kit-problem';
import type { ServicesDescription } from '../testing/services/description';
import { jsonOption } from './application';
import { fromOption, hangupOption, limitOption, pressOption, seedOption } from './call';
import { contactOption, sipHeaderOption, USUAL_CALLER } from './call-placement';
import { durationText } from './duration';
import { EXIT } from './exit-code';
import { helpText } from './help-text';
import { complain, complainAbout, print, printJson } from './output';
import { recordCall, recordOption, writeTest } from './record';
import { pageOf, pageOption, writeRunPage } from './run-page';
import { inventionsText } from './run-inventions';
import { inputsFrom, rawInput } from './run-inputs';
import type { RunOptions } from './run-options';
import { substitutionsOption } from './substitutions';

const dataTableOption = (): Option =>
  new Option('--table <name=file>', 'the rows of a data table, as CSV; may be repeated')
    .argParser(namedFile('a data table and its file: Shops=shops.csv'))
    .default({}, 'tables without rows');
const decisionTableOption = (): Option =>
  new Option('--decision-table <name=file>', 'a decision table, as CSV or JSON; may be repeated')
    .argParser(namedFile('a decision table and its file: Priority=priority.csv'))
    .default({}, 'tables without rows');

/** Milliseconds after which a caller hangs up in any case. */
const LIMIT = 3_600_000;

const writeOption = (): Option =>
  new Option('--write <text>', 'an SMS to a message flow; may be repeated, a minute later each').argParser(
    (text: string, before: readonly string[] | undefined) => [...(before ?? []), text],
  );

/** `flowcdk run` */
export const runCommand = (): Command =>
  new Command('run')
    .description('run any Architect YAML: call it, write to it, launch it, with stubs of all it names')
    .argument(
      '<files...>',
      'Architect YAML or i3 exports, patterns or folders; flows that name each other run together',
    )
    .addOption(new Option('--flow <name>', 'the flow to start with (default: the one that no other flow names)'))
    .addOption(pressOption())
    .addOption(writeOption())
    .addOption(fromOption())
    .addOption(hangupOption())
    .addOption(limitOption())
    .addOption(
      new Option('--input <name=value>', 'an input of a workflow; may be repeated')
        .argParser(rawInput)
        .default({}, 'invented values'),
    )
    .addOption(contactOption())
    .addOption(sipHeaderOption())
    .addOption(
      new Option('--services <file>', 'YAML with what data actions and bots give, by their names (docs/services.md)'),
    )
    .addOption(dataTableOption())
    .addOption(decisionTableOption())
    .addOption(substitutionsOption())
    .addOption(new Option('--at <time>', 'when it begins: 2026-01-05T10:00:00Z').argParser(moment))
    .addOption(seedOption())
    .addOption(jsonOption())
    .addOption(pageOption().conflicts('json'))
    .addOption(recordOption().conflicts('json'))
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk run main.yaml --press 1,2          call it; press 1, then 2, each when the line asks for keys
  $ flowcdk run main.yaml                      on a terminal you are the caller; elsewhere nobody presses keys
  $ flowcdk run flows                          all flows of a folder, from the one that no other names
  $ flowcdk run texts.yaml --write CALLBACK    a customer writes an SMS to a message flow
  $ flowcdk run workflow.yaml --input orderId=4711
  $ flowcdk run main.yaml --services crm.yaml --table Shops=shops.csv
                                               with answers and rows of yours in place of invented ones
  $ flowcdk run main.yaml --press 1 --record order.test.ts
                                               and a test that repeats it
  $ flowcdk run main.yaml --at 2026-12-24T18:00:00Z --json

Queues have an agent, schedules are open, data actions give invented values. What was invented is told at the end.
Exit codes: 0 the flow came to its end, 1 it broke or did not end, 2 wrong use.`),
    )
    .action((files: readonly string[], options: RunOptions) => run(files, { ...options, ...pageOf(options) }));

async function run(names: readonly string[], options: RunOptions): Promise<void> {
  const ready = await prepared(names, options);
  if (!ready) return;
  const { org, flows, flow, services } = ready;
  const { misplacedOptions, unusedServices, unusedTables } = await import('./run-options');
  const { thingsNamedIn } = await import('../stubs/named-things');
  const wrong = [...misplacedOptions(options, flow), ...unusedTables(options, thingsNamedIn(flows.files))];
  const inputs = inputsFrom(options.input, org, flow);
  for (const problem of wrong) refused(problem);
  if (!inputs || wrong.length > 0) return;
  for (const unused of unusedServices(services, org, flows))
    complain(`flowcdk run: ${unused} Its service is not asked.`);
  const run = await started(org, flow, inputs, options);
  if (run.problem !== undefined) process.exitCode = EXIT.findings;
  const { inventionsOf } = await import('../testing/one-run');
  const inventions = inventionsOf(org, flows, { services, inputs: run.invented });
  if (options.json) {
    const { problem = null, conversationId, executionId, outputs } = run;
    const result = defined({ conversationId, executionId, outputs });
    const { warnings } = org.published;
    return printJson({
      flow: flow.name,
      kind: flow.kind,
      problem,
      ...result,
      inventions,
      warnings,
      events: org.events,
    });
  }
  print(run.text);
  print(inventionsText(inventions, org.published.warnings));
  if (run.problem !== undefined) complain(`flowcdk run: ${run.problem}`);
  if (options.record !== undefined) await record(options.record, names, ready, { options, run });
  if (options.page !== undefined) await writeRunPage(options.page, org.events, flows.files, `A run of ${flow.name}`);
}

function started(org: LocalOrg, flow: PublishedFlow, inputs: JsonObject, options: RunOptions): Promise<Ran> {
  if (flow.kind === 'workflow') return launch(org, flow, inputs);
  return flow.kind === 'inboundShortMessage' ? write(org, flow, options) : call(org, flow, options);
}

interface Prepared {
  readonly org: LocalOrg;
  readonly flows: FlowFiles;
  readonly flow: PublishedFlow;
  readonly services: ServicesDescription;
}

/** The org with the flows, and the flow to start. Prints what is wrong, and sets the exit code. */
async function prepared(names: readonly string[], options: RunOptions): Promise<Prepared | undefined> {
  const { substitutions, seed, at, table, decisionTable, page } = options;
  const [{ readFlowFiles }, { describedIn }, { orgOfFlows }] = await Promise.all([
    import('../stubs/flow-files'),
    import('./services-option'),
    import('../testing/one-run'),
  ]);
  const { flows, findings } = readFlowFiles(names, {
    substitutions,
    stubs: { dataTables: table, decisionTables: decisionTable },
  });
  const described = await describedIn(options.services);
  if (findings) {
    complainAbout(findings);
    const isUnread = findings.some(({ rule }) => rule === FILE_UNREADABLE);
    process.exitCode = isUnread ? EXIT.wrongUse : EXIT.findings;
  }
  if (described === 'wrong') return refused();
  if (!flows) return undefined;
  const services = isLive(options) ? await withBots(flows, described) : described;
  try {
    const org = await orgOfFlows(flows, { services, seed, at, logVariables: page !== undefined });
    const flow = await startOf(org, options.flow);
    return flow && { org, flows, flow, services };
  } catch (problem) {
    if (!(problem instanceof KitProblem)) throw problem;
    if (problem.findings.length === 0) return refused(problem.message);
    complainAbout(problem.findings);
    process.exitCode = EXIT.findings;
    return undefined;
  }
}

/** Whether a person is on the line. */
const isLive = ({ press, hangupAfter, json }: RunOptions): boolean =>
  press === undefined && hangupAfter === undefined && !json && process.stdin.isTTY && process.stdout.isTTY;

/** Asks the person on the terminal what the bots should give. */
async function withBots({ files }: FlowFiles, services: ServicesDescription): Promise<ServicesDescription> {
  const [{ createInterface }, { botsIn }, { askForBots }] = await Promise.all([
    import('node:readline/promises'),
    import('../stubs/bots'),
    import('./ask-for-bots'),
  ]);
  const bots = botsIn(files);
  if (bots.length === 0) return services;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await askForBots(bots, services, (question) => terminal.question(question));
  } finally {
    terminal.close();
  }
}

function refused(message?: string): undefined {
  if (message !== undefined) complain(`flowcdk run: ${message}`);
  process.exitCode = EXIT.wrongUse;
  return undefined;
}

/** The flow that is named, or the one to start with. Says why there is none. */
async function startOf(org: LocalOrg, name: string | undefined): Promise<PublishedFlow | undefined> {
  const { isStartable, startsOf } = await import('../testing/one-run');
  const all = org.published.flows;
  const shown = (flows: readonly PublishedFlow[]): string =>
    flows.map((flow) => `"${flow.name}" (${flow.kind})`).join(', ');
  if (name !== undefined) {
    const named = all.filter((flow) => flow.name === name);
    const flow = named.find(isStartable);
    if (flow) return flow;
    if (named[0]) return refused(`the flow ${shown(named)} cannot be started from outside. ${NOT_STARTED}`);
    return refused(`there is no flow "${name}". There are ${shown(all)}.`);
  }
  const starts = startsOf(org);
  const [first] = starts;
  if (!first) return refused(`none of these flows can be started: ${shown(all)}. ${NOT_STARTED}`);
  if (starts.length === 1) return first;
  return refused(`several flows can be started: ${shown(starts)}. Name one with --flow.`);
}

const NOT_STARTED =
  'Calls come to inboundCall, outboundCall, inqueueCall and secureCall, an SMS to inboundShortMessage, and a workflow is launched. A common module runs inside of a flow that calls it, an in-queue message flow where a conversation waits; other digital flows and bots do not run here.';

/** What became of a run. */
interface Ran {
  /** The story, for people. */
  readonly text: string;
  /** Why it did not come to its end. */
  readonly problem?: string | undefined;
  readonly conversationId?: string;
  readonly executionId?: string;
  readonly outputs?: JsonObject | undefined;
  /** How a workflow ended: `COMPLETED`. */
  readonly status?: string;
  /** All inputs of a workflow. */
  readonly inputs?: JsonObject;
  /** The inputs that nobody gave a value. */
  readonly invented: JsonObject;
}

async function launch(org: LocalOrg, flow: PublishedFlow, inputs: JsonObject): Promise<Ran> {
  const [{ inputsOf, inventedInputs, launched }, { workflowStory }] = await Promise.all([
    import('../testing/one-run'),
    import('./run-story'),
  ]);
  const invented = inventedInputs(org, inputsOf(org, flow), inputs);
  const execution = await launched(org, flow, { ...invented, ...inputs });
  const { id, outputs, problem } = execution;
  const why = execution.status === 'RUNNING' ? 'the workflow did not end within a day' : problem;
  return {
    text: workflowStory(org.events, execution),
    problem: why,
    executionId: id,
    outputs,
    invented,
    status: execution.status,
    inputs: { ...invented, ...inputs },
  };
}

/** A customer writes to a message flow. */
async function write(org: LocalOrg, flow: PublishedFlow, { from, write: texts = [] }: RunOptions): Promise<Ran> {
  const [{ texted }, { storyOf }] = await Promise.all([import('../testing/one-run'), import('./call-story')]);
  const thread = await texted(org, flow, { from, texts });
  const { conversationId } = thread;
  const [failed] = thread.eventsOf('flow.failed');
  return {
    text: storyOf(org.events, conversationId),
    problem: failed && `the flow ${failed.flow ?? flow.name} broke: ${failed.problem}`,
    conversationId,
    invented: {},
  };
}

/** The number of the org when it calls. A number for fiction, so that nobody is called by accident. */
const OWN_NUMBER = '+442079460101';

/** Where an outbound call comes from: without `--from` not from the number of the person who is called. */
const callsFrom = (from: string): string => (from === USUAL_CALLER ? OWN_NUMBER : from);

const placed = (org: LocalOrg, flow: PublishedFlow, { from, contact, sipHeader: sipHeaders }: RunOptions): TestCall =>
  flow.kind === 'outboundCall'
    ? org.dials({ flow: flow.name, from: callsFrom(from), to: USUAL_CALLER, ...(contact ? { contact } : {}) })
    : org.call({ from, to: flow.number ?? '', sipHeaders });

async function call(org: LocalOrg, flow: PublishedFlow, options: RunOptions): Promise<Ran> {
  const [{ byScript }, { onTerminal }, { storyOf }] = await Promise.all([
    import('../testing/one-call'),
    import('./call-on-terminal'),
    import('./call-story'),
  ]);
  const { press, hangupAfter, limit = LIMIT } = options;
  const call = placed(org, flow, options);
  let wasOver = true;
  if (isLive(options)) await onTerminal(org, call);
  else wasOver = await byScript(org, call, { presses: press ?? [], hangsUpAfter: hangupAfter, atMost: limit / 1000 });
  const failed = call.eventsOf('flow.failed')[0];
  const problem = failed
    ? `the flow ${failed.flow ?? flow.name} broke: ${failed.problem}`
    : wasOver
      ? undefined
      : `the call was not over after ${durationText(limit)} of its time, so the caller hung up (--limit)`;
  return {
    text: storyOf(call.events, call.conversationId),
    problem,
    conversationId: call.conversationId,
    invented: {},
  };
}

/** Writes a test that repeats the run. */
async function record(
  file: string,
  names: readonly string[],
  { org, flows, flow, services }: Prepared,
  { options, run }: { readonly options: RunOptions; readonly run: Ran },
): Promise<void> {
  const { from, at, seed, table, substitutions, services: described, contact, sipHeader, decisionTable } = options;
  const recorded = {
    flows: names,
    dataTables: table,
    decisionTables: decisionTable,
    substitutions,
    at,
    seed,
    services: described,
  };
  const { conversationId } = run;
  if (conversationId === undefined) {
    const { launchTest } = await import('../testing/recording/test-text');
    const { inputs = {}, status = '', outputs } = run;
    return writeTest(file, launchTest(recorded, flow.name, { inputs, status, outputs }));
  }
  const { orgOfFlows } = await import('../testing/one-run');
  await recordCall(file, {
    events: org.events.filter((event) => event.conversationId === conversationId),
    org: recorded,
    placed:
      flow.kind === 'outboundCall'
        ? { from: callsFrom(from), to: USUAL_CALLER, dials: flow.name, contact }
        : { from, flow: flow.name, sipHeaders: sipHeader },
    again: async () => placed(await orgOfFlows(flows, { services, seed, at, logVariables: false }), flow, options),
  });
}

/** Adds `Shops=shops.csv`. @param what what the option has to be */
const namedFile =
  (what: string) =>
  (text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
    const equals = text.indexOf('=');
    if (equals > 0) return { ...before, [text.slice(0, equals)]: text.slice(equals + 1) };
    throw new InvalidArgumentError(`It has to be ${what}.`);
  };

function moment(text: string): Date {
  const at = new Date(text);
  if (/^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(at.getTime())) return at;
  throw new InvalidArgumentError('It has to be a time in ISO 8601: 2026-01-05T10:00:00Z.');
}
