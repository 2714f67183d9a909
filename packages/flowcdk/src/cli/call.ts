import { Command, InvalidArgumentError, Option } from 'commander';
import { dirname, resolve } from 'node:path';
import { findApplication } from '../application/find-application';
import { KitProblem } from '../testing/kit-problem';
import type { LocalOrg, TestCall } from '../testing';
import type { RecordedCall } from '../testing/recording/test-text';
import { type ApplicationOptions, applicationOption, environmentOption, jsonOption, runnable } from './application';
import { type AftermathOptions, calledBackOption, sentimentOption } from './call-aftermath';
import {
  contactOption,
  sipHeaderOption,
  dialsOption,
  type Placement,
  placementOf,
  type PlacementOptions,
  USUAL_CALLER,
  withDefaults,
} from './call-placement';
import type { StoryOptions } from './call-story';
import { duration, durationText } from './duration';
import { onTerminal } from './call-on-terminal';
import { complain } from './output';
import { tokenOption } from './org-token';
import { recordCall, recordOption } from './record';
import { pageOf, pageOption, writeRunPage } from './run-page';
import { describedServices, servicesOption } from './services-option';
import { wholeNumber } from './whole-number';
import { areKeys } from '../emulator/runtime/telephone-keys';
import { helpText } from './help-text';

export interface CallOptions extends ApplicationOptions, PlacementOptions, StoryOptions, AftermathOptions {
  readonly press?: readonly string[];
  readonly hangupAfter?: number;
  readonly services?: string;
  readonly org?: string;
  readonly token?: string;
  readonly seed: number;
  /** Milliseconds. */
  readonly limit?: number;
  readonly answeredAfter?: number;
  /** Id or name of a code. */
  readonly wrapUp?: string;
  readonly record?: string;
}

/** Milliseconds after which a call by a script ends in any case, unless `--limit` says so. */
const LIMITS = { inMemory: 3_600_000, runningOrg: 600_000 };

export const fromOption = (): Option =>
  new Option('--from <number>', 'who calls: E.164, or anonymous').argParser(callerNumber).default(USUAL_CALLER);
export const toOption = (): Option =>
  new Option(
    '--to <number>',
    'the number that is called (default: the first number of the first call route)',
  ).argParser(calledNumber);
export const pressOption = (): Option =>
  new Option('--press <keys>', 'keys, each for the next time the line asks: 1,2 or 4711#').argParser(keys);
export const hangupOption = (): Option =>
  new Option('--hangup-after <seconds>', 'hang up so long after the beginning').argParser(seconds);
export const limitOption = (): Option =>
  new Option(
    '--limit <time>',
    `the caller hangs up after that time in any case: 90s, 15m, 1h (default: ${durationText(LIMITS.inMemory)}, on a running org ${durationText(LIMITS.runningOrg)})`,
  ).argParser(duration);
export const seedOption = (): Option =>
  new Option('--seed <number>', 'of everything that is left to chance').argParser(wholeNumber).default(1);

/** `flowcdk call` */
export const callCommand = (): Command =>
  new Command('call')
    .description('call the application, here or on a running org')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .addOption(fromOption())
    .addOption(toOption())
    .addOption(pressOption())
    .addOption(hangupOption())
    .addOption(limitOption())
    .addOption(dialsOption())
    .addOption(contactOption())
    .addOption(sipHeaderOption())
    .addOption(servicesOption())
    .addOption(
      new Option('--org <url>', 'call a running org instead (flowcdk org)').argParser(address).conflicts('seed'),
    )
    .addOption(tokenOption('the token that org wants, if it was started with one'))
    .addOption(
      new Option('--answered-after <seconds>', 'on a running org: an agent answers after so long in a queue').argParser(
        seconds,
      ),
    )
    .option('--wrap-up <code>', 'with --answered-after: the wrap-up code, by name or id, that the agent chooses')
    .addOption(sentimentOption().conflicts('record'))
    .addOption(calledBackOption().conflicts('record'))
    .addOption(seedOption())
    .addOption(jsonOption().conflicts('timeline'))
    .addOption(new Option('--timeline', 'print the story of the call; the default without a terminal'))
    .addOption(pageOption().conflicts('json'))
    .addOption(recordOption().conflicts('json'))
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk call                                    on a terminal you are the caller: press keys, h hangs up
  $ flowcdk call --press 1,2                        press 1, then 2, each when the line asks for keys
  $ flowcdk call --from anonymous --hangup-after 12
  $ flowcdk call --press 1 --services slow.yaml     with databases as that file describes them
  $ flowcdk call --press 1 --org http://127.0.0.1:8083 --answered-after 20
                                                    on a running org, in real time; an agent answers after 20 s
  $ flowcdk call --press 1 --org http://127.0.0.1:8083 --answered-after 5 --wrap-up Solved
                                                    who does after-call work, which starts triggers
  $ FLOWCDK_ORG_TOKEN=… flowcdk call --press 1 --org http://127.0.0.1:8083 --to +442079460101
                                                    an org that wants a token; with --to no settings are needed
  $ flowcdk call --dials reminder --contact FirstName=Ada --hangup-after 30
                                                    the org calls, as a campaign would
  $ flowcdk call --press 1 --sentiment -60 --called-back busy,answers
                                                    an unhappy caller, who is busy when an agent calls back first
  $ flowcdk call --press 1 --page call.html         the timeline as a page, to step through
  $ flowcdk call --press 1 --record test/scenarios/order.test.ts
                                                    and a test that repeats the call
  $ flowcdk call --press 1 --json                   every event of the call`),
    )
    .action((options: CallOptions, command: Command) => run({ ...withDefaults(options, command), ...pageOf(options) }));

/** Why options do not go together; undefined where they do. */
function misuseIn(options: CallOptions): string | undefined {
  const { org, services, record, answeredAfter, wrapUp, contact, dials, sipHeader, calledBack, from } = options;
  if (org !== undefined && services !== undefined)
    return '--services describes services of an org in memory; a running org has its own.';
  if (org !== undefined && record !== undefined)
    return '--record repeats a call in an org in memory. What a running org (--org) holds, no test knows.';
  if (org === undefined && answeredAfter !== undefined)
    return '--answered-after is for a running org (--org); in an org in memory agents answer anyway.';
  if (answeredAfter === undefined && wrapUp !== undefined)
    return '--wrap-up is for the agent who answers on a running org: --org with --answered-after.';
  if (contact !== undefined && dials === undefined)
    return '--contact is for a call that the org makes. Name its flow with --dials.';
  if (sipHeader !== undefined && dials !== undefined)
    return '--sip-header is for a call to the org. A call that the org makes (--dials) comes with none.';
  if (calledBack !== undefined && (from === 'anonymous' || dials !== undefined))
    return '--called-back is for a caller with a number (--from); nobody calls an anonymous caller back.';
  return undefined;
}

/** A recorded test opens the application of the folder that tests run in; it cannot name another. */
function elsewhere({ record, app }: CallOptions): string | undefined {
  if (record === undefined || app === undefined) return undefined;
  const here = findApplication('.');
  return here !== undefined && [here, dirname(here)].includes(resolve(app))
    ? undefined
    : '--record writes a test of the application of this folder. Run the command in the folder of the application of --app.';
}

/** A running org is called at a number of the application, unless the number is named. */
function withoutNumber(options: CallOptions): string | undefined {
  const { org, app, dials } = options;
  if (org === undefined || app !== undefined || placementOf(options) || findApplication('.') !== undefined)
    return undefined;
  return `there is no application here whose number could be taken. Name one with ${dials === undefined ? '--to' : '--from'}.`;
}

/** Places the call and prints its story. */
export async function run(options: CallOptions): Promise<void> {
  const { json, org: url, press, hangupAfter } = options;
  const byScript = press !== undefined || hangupAfter !== undefined;
  if (!byScript && !(process.stdin.isTTY && process.stdout.isTTY && !json && !options.timeline)) {
    const option = json ? '--json' : '--timeline';
    complain(
      `flowcdk call: ${process.stdin.isTTY && process.stdout.isTTY ? `with ${option}` : 'without a terminal'} there is nobody to press keys.`,
    );
    complain('Give them with --press 1,2 or say when the caller hangs up with --hangup-after 30.');
    process.exitCode = 2;
    return;
  }
  const misuse = misuseIn(options) ?? elsewhere(options) ?? withoutNumber(options);
  if (misuse !== undefined) {
    complain(`flowcdk call: ${misuse}`);
    process.exitCode = 2;
    return;
  }
  const complete = placementOf(options);
  if (url !== undefined && complete) return onRunningOrg(url, complete, options, byScript);
  const ready = await runnable(options);
  if (!ready) return;
  const { orgOfApplication, byScript: carryOut, calledNumber: firstNumber } = await import('../testing/one-call');
  const placement = placementOf(options, firstNumber(ready.application));
  if (!placement) {
    const option = options.dials === undefined ? 'to call. Name one with --to.' : 'to call from. Name one with --from.';
    complain(`flowcdk call: the application has no call route, so there is no number ${option}`);
    process.exitCode = 2;
    return;
  }
  if (url !== undefined) return onRunningOrg(url, placement, options, byScript);
  const services = await describedServices(options.services, ready.application);
  if (services === 'wrong') return;
  const logVariables = options.page !== undefined;
  const org = await orgOfApplication(ready.application, { services, seed: options.seed, logVariables });
  if (options.calledBack) org.runtime.people.behave(placement.from, { calls: options.calledBack });
  const call = placed(org, placement);
  if (!call) return;
  if (options.sentiment !== undefined) call.sentiment(options.sentiment);
  if (!byScript) await onTerminal(org, call);
  else {
    const limit = options.limit ?? LIMITS.inMemory;
    const script = { presses: press ?? [], hangsUpAfter: hangupAfter, atMost: limit / 1000 };
    const wasOver = await carryOut(org, call, script);
    if (!wasOver) tellLimit(limit);
  }
  const { printStory } = await import('./call-story');
  printStory(call.story, call.conversationId, options, !byScript);
  const again = async (): Promise<TestCall> =>
    placedIn(await orgOfApplication(ready.application, { services, seed: options.seed }), placement);
  if (options.record !== undefined) await record(options.record, call, { options, placement, again });
  if (options.page === undefined) return;
  const { projectOf } = await import('../check/application');
  await writeRunPage(options.page, call.story, projectOf(ready.application.stacks).files);
}

interface RecordedCallOptions {
  readonly options: CallOptions;
  readonly placement: Placement;
  /** The same call in a fresh org. */
  readonly again: () => Promise<TestCall>;
}

const record = (
  file: string,
  { events }: TestCall,
  { options: { env: environment, seed, services }, placement, again }: RecordedCallOptions,
): Promise<void> =>
  recordCall(file, { events, org: { environment, seed, services }, placed: recordedPlacement(placement), again });

function tellLimit(limit: number): void {
  complain(
    `flowcdk call: the call was not over after ${durationText(limit)} of its time, so the caller hung up (--limit).`,
  );
  process.exitCode = 1;
}

async function onRunningOrg(url: string, placement: Placement, options: CallOptions, byScript: boolean): Promise<void> {
  const { callRunningOrg } = await import('./call-running-org');
  const { press, hangupAfter, answeredAfter, wrapUp, token, json, timeline, page, sentiment, calledBack } = options;
  const limit = options.limit ?? (byScript ? LIMITS.runningOrg : undefined);
  const story = {
    ...(json ? { json } : {}),
    ...(timeline ? { timeline } : {}),
    ...(page === undefined ? {} : { page }),
  };
  const aftermath = {
    ...(sentiment === undefined ? {} : { sentiment }),
    ...(calledBack === undefined ? {} : { calledBack }),
  };
  const script = { press, hangupAfter, answeredAfter, wrapUp, limit, byScript };
  await callRunningOrg({ url, placement, token, ...script, ...aftermath, ...story });
}

const placedIn = (org: LocalOrg, { flow, ...call }: Placement): TestCall =>
  flow === undefined ? org.call(call) : org.dials({ flow, ...call });

const recordedPlacement = ({ flow, ...call }: Placement): RecordedCall =>
  flow === undefined ? call : { ...call, dials: flow };

function placed(org: LocalOrg, placement: Placement): TestCall | undefined {
  try {
    return placedIn(org, placement);
  } catch (problem) {
    if (!(problem instanceof KitProblem)) throw problem;
    complain(`flowcdk call: ${problem.message}.`);
    process.exitCode = 2;
    return undefined;
  }
}

export function keys(text: string): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.every((part) => areKeys(part))) return parts;
  throw new InvalidArgumentError('Keys are 0 to 9, * and #; a comma stands between two answers: 1,2 or 4711#.');
}

function calledNumber(text: string): string {
  if (/^\+[1-9]\d{3,14}$/.test(text)) return text;
  throw new InvalidArgumentError('A number is written as E.164: +442079460101.');
}

function callerNumber(text: string): string {
  return text === 'anonymous' || /^(sip|tel):/.test(text) ? text : calledNumber(text);
}

export function seconds(text: string): number {
  const number = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && number <= 86_400) return number;
  throw new InvalidArgumentError('It has to be a number of seconds, at most a day.');
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError('It has to be the address of an org: http://127.0.0.1:8083.');
}
