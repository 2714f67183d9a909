import { Command, InvalidArgumentError } from 'commander';
import { jsonOption } from './application';
import { complain, print, printJson, styleFor } from './output';
import { progress } from './progress';
import { wholeNumber } from './whole-number';
import { helpText } from './help-text';

interface EventsCompareOptions {
  readonly calls: number;
  readonly seed: number;
  readonly faults: boolean;
  readonly json?: true;
}

const MOST_CALLS = 100_000;

/** `flowcdk events compare` */
export const eventsCompare = (): Command =>
  new Command('compare')
    .description('what a trigger, a listener and an event bus lose, double and delay on the same day')
    .option('--calls <number>', `how many calls the day has, at most ${MOST_CALLS}`, callCount, 10_000)
    .option('--seed <number>', 'of everything that is left to chance', wholeNumber, 1)
    .option('--no-faults', 'a day on which nothing goes wrong')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk events compare                     10,000 calls; it takes half a minute to a minute
  $ flowcdk events compare --calls 500         a few seconds
  $ flowcdk events compare --seed 2            other callers, other moments of trouble
  $ flowcdk events compare --no-faults         what each way does on a good day
  $ flowcdk events compare --json              everything that was measured; times in milliseconds,
                                               delays in seconds

One local org has a day of calls, in virtual time. A trigger with its workflow
and data action, a listener of the notification service, and a rule of an event
bus each send a record of every finished call to a receiver. Unless --no-faults
says otherwise, sockets are cut three times, the receiver is down for two hours
and begins anew once, the bus is down for an hour, 1 % of the events come twice,
and 1 % late by up to ten minutes.

"lost" are records that never came. "never heard of" are calls that ended before
a queue: the listener hears the topics of queues. docs/choosing-events.md says
which way to choose.

Exit codes: 0 the day was compared, 2 wrong use.`),
    )
    .action(run);

async function run({ calls, seed, faults, json }: EventsCompareOptions): Promise<void> {
  const { compareWays } = await import('../event-ways/compare-ways');
  const bar = progress(`${calls} calls`);
  const began = performance.now();
  const comparison = await compareWays({ calls, seed, faults, onProgress: bar.tell }).finally(bar.end);
  if (json) return printJson(comparison);
  const { rowsOf, troublesText } = await import('../event-ways/rows');
  const { table } = await import('../testing/traffic/tables');
  const style = styleFor(process.stdout);
  print(style.strong(`${calls} calls on a day`));
  print(style.quiet(troublesText(comparison.troubles)));
  print();
  print(table(rowsOf(comparison)));
  print();
  for (const { way, pieces } of comparison.ways) print(style.quiet(`${way}: ${pieces.join(', ')}`));
  // The duration differs each time, so it goes to standard error, not into the output.
  if (process.stderr.isTTY) complain(style.quiet(`took ${((performance.now() - began) / 1000).toFixed(1)} s`));
}

function callCount(text: string): number {
  const number = wholeNumber(text);
  if (number >= 1 && number <= MOST_CALLS) return number;
  throw new InvalidArgumentError(`It has to be 1 to ${MOST_CALLS}.`);
}
