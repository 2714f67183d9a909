import { Command } from 'commander';
import { readFileSync, statSync } from 'node:fs';
import { jsonText } from '@flowcdk/data-action-engines/java';
import type { LoggedEvent } from '../emulator/runtime/events';
import { criteriaResults } from '../emulator/runtime/triggers/criteria';
import { triggerInputs } from '../emulator/runtime/triggers/trigger-inputs';
import { type JsonObject, textOf } from '../emulator/state/json';
import type { Trigger } from '../emulator/state/tables/trigger';
import { topicByName } from '../process-automation/topic-table';
import { didYouMean } from '../ground/did-you-mean';
import type { LocalOrg } from '../testing';
import { type ApplicationOptions, applicationOption, environmentOption, jsonOption, runnable } from './application';
import { complain, print, printJson, type Style, styleFor } from './output';
import { describedServices, servicesOption } from './services-option';
import { wholeNumber } from './whole-number';
import { helpText } from './help-text';

interface TestTriggerOptions extends ApplicationOptions {
  readonly event: string;
  readonly services?: string;
  readonly seed: number;
  readonly json?: true;
}

/** `flowcdk test-trigger` */
export const testTrigger = (): Command =>
  new Command('test-trigger')
    .description('give an event to a trigger: which conditions hold, what the workflow gets, what it does')
    .argument('<name>', 'as "flowcdk list" names it')
    .requiredOption('--event <file>', 'the event as JSON')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(servicesOption())
    .option('--seed <number>', 'of everything that is left to chance', wholeNumber, 1)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk test-trigger "Call finished" --event acw.json
  $ flowcdk test-trigger "Call finished" --event acw.json --services broken-back-office.yaml --json

Exit code 1: the event does not start the workflow, or the workflow fails.`),
    )
    .action(run);

const LARGEST_EVENT = 1024 * 1024;

/** What a trigger did with an event. */
interface TriggerTest {
  readonly trigger: string;
  readonly topic: string;
  readonly conditions: readonly {
    readonly jsonPath: string;
    readonly operator: string;
    readonly expected: unknown;
    readonly found: string | null;
    readonly match: boolean;
  }[];
  /** Fields the topic does not have: perhaps misspelt. */
  readonly unknownFields: readonly string[];
  readonly inputs: readonly { readonly name: string; readonly value: unknown; readonly note?: string }[];
  readonly workflow: string;
  readonly launched: boolean;
  readonly steps: readonly string[];
  readonly ended: string | null;
}

async function run(name: string, options: TestTriggerOptions): Promise<void> {
  const { json } = options;
  const event = eventIn(options.event);
  if (!event) return;
  const ready = await runnable(options);
  if (!ready) return;
  const services = await describedServices(options.services, ready.application);
  if (services === 'wrong') return;
  const { orgOfApplication, afterwards } = await import('../testing/one-call');
  const org = await orgOfApplication(ready.application, { services, seed: options.seed });
  const trigger = triggerNamed(name, org.runtime.org.all('trigger'));
  if (!trigger) return;
  const test = await tested(org, trigger, event, () => afterwards(org));
  if (!test.launched || test.ended === null || test.steps.some((step) => step.startsWith('✗'))) process.exitCode = 1;
  if (json) return printJson(test);
  print(shown(test, styleFor(process.stdout)));
}

async function tested(
  org: LocalOrg,
  trigger: Trigger,
  event: JsonObject,
  afterwards: () => Promise<void>,
): Promise<TriggerTest> {
  const { runtime } = org;
  const { topicName: topic, matchCriteria: criteria = [] } = trigger;
  const conditions = criteriaResults(criteria, event).map((result, i) => ({
    jsonPath: result.jsonPath,
    operator: result.operator,
    expected: criteria[i]?.values ?? criteria[i]?.value,
    found: result.value === undefined ? null : jsonText(result.value),
    match: result.match,
  }));
  const flow = runtime.org.get('flow', trigger.target.id);
  const declared = (flow?.variables ?? []).filter(({ isInput }) => isInput).map((variable) => variable.name);
  const launch = flow ? triggerInputs(trigger, flow, event) : { inputData: {}, mismatched: [] };
  const { fields } = topicByName(topic) ?? {};
  const from = runtime.log.newest;
  runtime.triggers.deliver(topic, event, textOf(event['conversationId']) ?? '');
  await afterwards();
  const happened = runtime.log.events.filter(({ number }) => number > from);
  const started = happened.find((event) => event.type === 'flow.started' && event.kind === 'workflow');
  const own = happened.filter((event) => event.executionId !== undefined && event.executionId === started?.executionId);
  const ended = own.find((event) => event.type === 'flow.ended');
  return {
    trigger: trigger.name,
    topic,
    conditions,
    unknownFields: fields ? Object.keys(event).filter((field) => !Object.hasOwn(fields, field)) : [],
    inputs: declared.map((input) => ({
      name: input,
      value: launch.inputData[`Flow.${input}`] ?? null,
      ...(launch.mismatched.includes(input) ? { note: 'the field has another type' } : {}),
    })),
    workflow: flow?.name ?? '',
    launched: started !== undefined,
    steps: own
      .flatMap((event) => stepOf(event) ?? [])
      .concat(started ? [] : happened.flatMap((event) => whyNot(event) ?? [])),
    ended: ended?.type === 'flow.ended' && ended.reason !== 'error' ? (ended.exitReason ?? ended.reason) : null,
  };
}

function stepOf(event: LoggedEvent): string | undefined {
  if (event.type === 'flow.failed') return `✗ the workflow broke: ${event.problem}`;
  if (event.type !== 'dataAction.ended') return undefined;
  const { dataAction, outcome, status, milliseconds } = event;
  const result = outcome === 'success' || status === undefined ? outcome : `${outcome} (${status})`;
  return `${outcome === 'success' ? '✓' : '✗'} ${dataAction}: ${result} after ${(milliseconds / 1000).toFixed(1)} s`;
}

const whyNot = (event: LoggedEvent): string | undefined =>
  event.type === 'trigger.skipped' ? `✗ not launched: ${event.why}` : undefined;

function shown(test: TriggerTest, style: Style): string {
  const mark = (good: boolean): string => (good ? style.good('✓') : style.bad('✗'));
  const lines = [style.strong(test.trigger), style.quiet(`  ${test.topic}`), '', '  Conditions'];
  for (const { jsonPath, operator, expected, found: value, match } of test.conditions) {
    lines.push(
      `  ${mark(match)} ${jsonPath} ${operator} ${JSON.stringify(expected)}: the event has ${value ?? 'none'}`,
    );
  }
  if (test.conditions.length === 0) lines.push('    none: every event of the topic');
  for (const field of test.unknownFields) lines.push(`  ${style.quiet(`? the topic has no field ${field}`)}`);
  lines.push('', `  Inputs of ${test.workflow}`);
  const widest = Math.max(0, ...test.inputs.map(({ name }) => name.length));
  for (const { name, value, note } of test.inputs) {
    const shownValue =
      value === null ? style.quiet(`NOT_SET${note === undefined ? '' : `: ${note}`}`) : JSON.stringify(value);
    lines.push(`    ${name.padEnd(widest)}  ${shownValue}`);
  }
  lines.push('', `  ${test.workflow}`);
  for (const step of test.steps)
    lines.push(`  ${step.startsWith('✓') ? style.good('✓') : style.bad('✗')}${step.slice(1)}`);
  if (test.launched)
    lines.push(`  ${mark(test.ended !== null)} ${test.ended === null ? 'failed' : `ended: ${test.ended}`}`);
  return lines.join('\n');
}

function triggerNamed(name: string, triggers: readonly Trigger[]): Trigger | undefined {
  const named = triggers.find((trigger) => trigger.name.toLowerCase() === name.toLowerCase());
  if (named) return named;
  const names = triggers.map((trigger) => trigger.name);
  const near = didYouMean(name, names);
  complain(`flowcdk test-trigger: there is no trigger ${JSON.stringify(name)}.`);
  complain(`${near === undefined ? '' : `Did you mean "${near}"? `}There are ${names.join(', ')}.`);
  process.exitCode = 2;
  return undefined;
}

/** The event of a file. Prints what is wrong with it. */
function eventIn(file: string): JsonObject | undefined {
  const wrong = (what: string): undefined => {
    complain(`flowcdk test-trigger: ${file} ${what}.`);
    complain('It has to be one event as a JSON object: {"conversationId": "…", "mediaType": "VOICE", …}');
    process.exitCode = 2;
    return undefined;
  };
  let text: string;
  try {
    const { size } = statSync(file);
    if (size > LARGEST_EVENT) return wrong(`has ${size} bytes; at most ${LARGEST_EVENT} are read`);
    text = readFileSync(file, 'utf8');
  } catch {
    return wrong('cannot be read');
  }
  try {
    const data = JSON.parse(text) as unknown;
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as JsonObject;
    return wrong('is no object');
  } catch (problem) {
    return wrong(`is no JSON: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
}
