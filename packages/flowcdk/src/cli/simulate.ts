import { Command, InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { milliseconds } from '../architect/types';
import type { LimitValues } from '../emulator/limits/limits';
import type { BusyHour } from '../testing/traffic/busy-hour';
import { type ApplicationOptions, applicationOption, environmentOption, jsonOption, runnable } from './application';
import { duration, durationText } from './duration';
import { complain, print, printJson, type Style, styleFor } from './output';
import { progress } from './progress';
import { describedServices, servicesOption } from './services-option';
import { wholeNumber } from './whole-number';
import { helpText } from './help-text';

interface SimulateOptions extends ApplicationOptions {
  readonly calls: number;
  /** Milliseconds. */
  readonly per: number;
  readonly services?: string;
  readonly limits: string;
  readonly seed: number;
  readonly json?: true;
}

const HOUR = 3_600_000;
const MOST_CALLS = 100_000;

/** `flowcdk simulate` */
export const simulate = (): Command =>
  new Command('simulate')
    .description('let many people call the application, in virtual time')
    .addOption(applicationOption())
    .addOption(environmentOption())
    .option('--calls <number>', `how many, at most ${MOST_CALLS}`, callCount, 6000)
    .addOption(new Option('--per <time>', 'within that time: 90s, 15m, 1h').argParser(duration).default(HOUR, '1h'))
    .addOption(servicesOption())
    .option('--limits <real|off|file>', 'those every organisation has, none, or as a YAML or JSON file says', 'real')
    .option('--seed <number>', 'of everything that is left to chance', wholeNumber, 1)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk simulate                                 6,000 calls in an hour
  $ flowcdk simulate --calls 3000 --per 5m           a rush: which limit gives way first?
  $ flowcdk simulate --services slow.yaml            with databases as that file describes them
  $ flowcdk simulate --json                          everything that was measured`),
    )
    .action(run);

async function run(options: SimulateOptions): Promise<void> {
  const { calls, per, limits, seed, json } = options;
  const limited = await limitsOf(limits);
  if (limited === 'wrong') return;
  const ready = await runnable(options);
  if (!ready) return;
  const services = await describedServices(options.services, ready.application);
  if (services === 'wrong') return;
  const { busyHour } = await import('../testing/traffic/busy-hour');
  const bar = progress(`${calls} calls`);
  const began = performance.now();
  const hour = await busyHour(ready.application, {
    calls,
    per: milliseconds(per),
    services,
    limits: limited,
    seed,
    onProgress: (done) => bar.tell(done / calls),
  }).finally(bar.end);
  if (json) return printJson(hour);
  const { chart, percent, spreadText, table } = await import('../testing/traffic/tables');
  const style = styleFor(process.stdout);
  print(style.strong(`${calls} calls in ${durationText(per)}`));
  print();
  print(
    table([
      ['answered by an agent', `${hour.answeredByAgents} of ${hour.calls}`],
      ['calls at once, at most', String(hour.callsAtOnce)],
      ['silence, p50 / p95 / p99', `${spreadText(hour.silence)} s`],
      ...Object.entries(hour.outcomes).map(([name, share]): [string, string] => [name, percent(share)]),
      ['data actions', `${hour.dataActions}, ${hour.failedDataActions} failed`],
      ['requests to the API of the platform', String(hour.apiCalls)],
      ['agents', String(hour.agents)],
    ]),
  );
  if (hour.refused > 0) print(style.bad(`${hour.refused} calls were refused`));
  print();
  print(style.strong('Data actions at once, the most of each stretch'));
  print(chart(hour.slots));
  print(style.quiet(`one column is ${durationText(hour.stretch)}`));
  print();
  print(limitsText(hour, style));
  // The duration differs each time, so it goes to standard error, not into the output.
  if (process.stderr.isTTY) complain(style.quiet(`took ${((performance.now() - began) / 1000).toFixed(1)} s`));
}

function limitsText({ limits }: BusyHour, style: Style): string {
  if (limits.length === 0) return style.good('No limit of the platform was reached.');
  return limits
    .map(({ limit, value, firstAt, callsPerMinute, times }) =>
      style.bad(
        `${limit} (${value}) was reached ${times} times, first after ${durationText(firstAt)} at ${callsPerMinute} calls a minute`,
      ),
    )
    .join('\n');
}

/** The limits of `--limits`. Prints what is wrong with them. */
async function limitsOf(option: string): Promise<'real' | 'off' | LimitValues | 'wrong'> {
  if (option === 'real' || option === 'off') return option;
  const { limitsIn, WrongLimits } = await import('../emulator/limits/limits-file');
  let text: string | undefined;
  try {
    text = readFileSync(option, 'utf8');
    return limitsIn(text, option);
  } catch (problem) {
    if (problem instanceof WrongLimits) complain(`flowcdk simulate: ${problem.message}`);
    else if (text !== undefined) throw problem;
    else complain(`flowcdk simulate: --limits takes real, off, or a file; the file ${option} cannot be read.`);
  }
  process.exitCode = 2;
  return 'wrong';
}

function callCount(text: string): number {
  const number = wholeNumber(text);
  if (number >= 1 && number <= MOST_CALLS) return number;
  throw new InvalidArgumentError(`It has to be 1 to ${MOST_CALLS}.`);
}
