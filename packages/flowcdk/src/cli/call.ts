import { Command, InvalidArgumentError, Option } from 'commander';
import { emitKeypressEvents } from 'node:readline';
import type { OpenApplication } from '../application/open-application';
import type { LoggedEvent } from '../emulator/runtime/events';
import { momentsOf, timeline } from '../inspect/timeline';
import { KitProblem } from '../testing/kit-problem';
import type { LocalOrg, TestCall } from '../testing';
import { type ApplicationOptions, applicationOption, environmentOption, jsonOption, runnable } from './application';
import { complain, print, printJson, styleFor } from './output';
import { tokenOf, tokenOption } from './org-token';
import { pageOption, writeRunPage } from './run-page';
import { describedServices, servicesOption } from './services-option';
import { timelineOptions } from './timeline-options';
import { wholeNumber } from './whole-number';
import { areKeys } from '../emulator/runtime/telephone-keys';

export interface CallOptions extends ApplicationOptions {
  readonly from: string;
  readonly to?: string;
  readonly press?: readonly string[];
  readonly hangupAfter?: number;
  readonly services?: string;
  readonly org?: string;
  readonly token?: string;
  readonly seed: number;
  readonly json?: true;
  readonly timeline?: true;
  readonly page?: string;
}

export const fromOption = (): Option =>
  new Option('--from <number>', 'who calls: E.164, or anonymous').argParser(callerNumber).default('+33142685300');
export const toOption = (): Option =>
  new Option(
    '--to <number>',
    'the number that is called (default: the first number of the first call route)',
  ).argParser(calledNumber);
export const pressOption = (): Option =>
  new Option('--press <keys>', 'keys, each for the next time the line asks: 1,2 or 4711#').argParser(keys);
export const hangupOption = (): Option =>
  new Option('--hangup-after <seconds>', 'hang up so long after the beginning').argParser(seconds);
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
    .addOption(servicesOption())
    .addOption(
      new Option('--org <url>', 'call a running org instead (flowcdk org)').argParser(address).conflicts('seed'),
    )
    .addOption(tokenOption('the token that org wants, if it was started with one'))
    .addOption(seedOption())
    .addOption(jsonOption().conflicts('timeline'))
    .addOption(new Option('--timeline', 'print the story of the call; the default without a terminal'))
    .addOption(pageOption().conflicts('json'))
    .addHelpText(
      'after',
      `
Examples:
  $ flowcdk call                                    on a terminal you are the caller: press keys, h hangs up
  $ flowcdk call --press 1,2                        press 1, then 2, each when the line asks for keys
  $ flowcdk call --from anonymous --hangup-after 12
  $ flowcdk call --press 1 --services slow.yaml     with databases as that file describes them
  $ flowcdk call --press 1 --org http://127.0.0.1:8083
  $ FLOWCDK_ORG_TOKEN=… flowcdk call --press 1 --org http://127.0.0.1:8083 --to +442079460101
                                                    an org that wants a token; with --to no settings are needed
  $ flowcdk call --press 1 --page call.html         the timeline as a page, to step through
  $ flowcdk call --press 1 --json                   every event of the call`,
    )
    .action(run);

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
  if (url !== undefined && options.services !== undefined) {
    complain('flowcdk call: --services describes services of an org in memory; a running org has its own.');
    process.exitCode = 2;
    return;
  }
  if (url !== undefined && options.to !== undefined) return onRunningOrg(url, options.to, options, byScript);
  const ready = await runnable(options);
  if (!ready) return;
  const { orgOfApplication, byScript: carryOut, calledNumber: firstNumber } = await import('../testing/one-call');
  const to = options.to ?? firstNumber(ready.application);
  if (to === undefined) {
    complain('flowcdk call: the application has no call route, so there is no number to call. Name one with --to.');
    process.exitCode = 2;
    return;
  }
  if (url !== undefined) return onRunningOrg(url, to, options, byScript);
  const services = await describedServices(options.services, ready.application);
  if (services === 'wrong') return;
  const logVariables = options.page !== undefined;
  const org = await orgOfApplication(ready.application, { services, seed: options.seed, logVariables });
  const call = placed(org, options.from, to);
  if (!call) return;
  if (!byScript) await interactive(org, call);
  else {
    await carryOut(org, call, {
      presses: press ?? [],
      hangsUpAfter: hangupAfter,
    });
  }
  tell(call.events, call.conversationId, options, !byScript);
  if (options.page !== undefined) await writePage(options.page, call.events, options.from, to, ready.application);
}

const writePage = (
  file: string,
  events: readonly LoggedEvent[],
  from: string,
  to: string,
  application?: OpenApplication,
): Promise<void> => writeRunPage(file, events, `A call from ${from} to ${to}`, application);

function placed(org: LocalOrg, from: string, to: string): TestCall | undefined {
  try {
    return org.call({ from, to });
  } catch (problem) {
    if (!(problem instanceof KitProblem)) throw problem;
    complain(`flowcdk call: ${problem.message}.`);
    process.exitCode = 2;
    return undefined;
  }
}

function tell(
  events: readonly LoggedEvent[],
  conversationId: string,
  { json, timeline: withTimeline }: CallOptions,
  wasInteractive: boolean,
): void {
  if (json) return printJson({ conversationId, events });
  if (wasInteractive && !withTimeline) print();
  print(timeline(momentsOf(events, conversationId), timelineOptions()));
}

/** Real seconds pass, and everything the caller hears is printed when it is said. */
async function interactive(org: LocalOrg, call: TestCall): Promise<void> {
  const { heard, afterwards } = await import('../testing/one-call');
  const style = styleFor(process.stdout);
  print(style.quiet('Keys 0 to 9, * and # are pressed, h hangs up.'));
  const stop = org.runtime.log.listen((event) => {
    const line = event.conversationId === call.conversationId ? heard(event) : undefined;
    if (line !== undefined) print(event.type === 'audio.started' ? style.strong(line) : style.quiet(line));
  });
  const close = onKeys((key) => {
    if (call.ended) return;
    if (key === 'h') call.hangsUp();
    else call.presses(key);
  });
  // Prints what was said while the call was placed.
  for (const event of call.events) {
    const line = heard(event);
    if (line !== undefined) print(style.strong(line));
  }
  try {
    const [began, from] = [Date.now(), org.clock.now()];
    while (!call.ended) {
      await org.clock.run(() => call.ended, from + Date.now() - began);
      await new Promise((done) => setTimeout(done, TICK));
    }
  } finally {
    close();
    stop();
  }
  await afterwards(org);
}

const TICK = 50;

/** Listens on a terminal for the keys of a telephone, and h. */
function onKeys(press: (key: string) => void): () => void {
  const { stdin } = process;
  emitKeypressEvents(stdin);
  stdin.setRawMode(true);
  const listener = (text: string | undefined, { ctrl, name }: { ctrl?: boolean; name?: string }): void => {
    if (ctrl && name === 'c') press('h');
    else if (text !== undefined && /^[0-9*#h]$/.test(text)) press(text);
  };
  stdin.on('keypress', listener);
  stdin.resume();
  return () => {
    stdin.off('keypress', listener);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

async function onRunningOrg(url: string, to: string, options: CallOptions, byScript: boolean): Promise<void> {
  const [{ OrgProblem, RemoteCall }, { heard }] = await Promise.all([
    import('../testing/running-org'),
    import('../testing/one-call'),
  ]);
  const { token, problem: wrongToken } = tokenOf(options.token);
  if (wrongToken !== undefined) {
    complain(`flowcdk call: ${wrongToken}.`);
    process.exitCode = 2;
    return;
  }
  const style = styleFor(process.stdout);
  const events: LoggedEvent[] = [];
  let close = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    const call = await RemoteCall.place(url, { from: options.from, to }, token);
    const left = [...(options.press ?? [])];
    const failed: unknown[] = [];
    const safely = (work: Promise<void>): void => void work.catch((problem: unknown) => void failed.push(problem));
    if (!byScript) {
      print(style.quiet('Keys 0 to 9, * and # are pressed, h hangs up.'));
      close = onKeys((key) => safely(key === 'h' ? call.hangUp() : call.press(key)));
    }
    if (options.hangupAfter !== undefined) {
      timer = setTimeout(() => safely(call.hangUp()), options.hangupAfter * 1000);
    }
    await call.follow(async (event) => {
      events.push(event);
      const line = byScript ? undefined : heard(event);
      if (line !== undefined) print(event.type === 'audio.started' ? style.strong(line) : style.quiet(line));
      const keys = event.type === 'input.awaited' ? left.shift() : undefined;
      if (keys !== undefined) await call.press(keys);
      if (failed.length > 0) throw failed[0];
    });
    tell(events, call.conversationId, options, !byScript);
    if (options.page !== undefined) await writePage(options.page, events, options.from, to);
  } catch (problem) {
    if (!(problem instanceof OrgProblem)) throw problem;
    complain(`flowcdk call: ${problem.message}`);
    complain(problem.help);
    process.exitCode = 1;
  } finally {
    close();
    clearTimeout(timer);
  }
}

function keys(text: string): readonly string[] {
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

function seconds(text: string): number {
  const number = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && number <= 86_400) return number;
  throw new InvalidArgumentError('It has to be a number of seconds, at most a day.');
}

function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError('It has to be the address of an org: http://127.0.0.1:8083.');
}
