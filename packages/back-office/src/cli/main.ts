import { Command, CommanderError } from 'commander';
import { erase } from './erase';
import { key } from './key';
import { parked } from './parked';
import { reconcile } from './reconcile';
import { report } from './report';
import { serve } from './serve';
import { WrongSettings } from './settings';

/** Exit codes: fine, findings, wrong use. */
const EXIT = { fine: 0, findings: 1, wrongUse: 2 } as const;

function program(): Command {
  const command = new Command('flowcdk-back-office')
    .description('takes the results of finished calls and keeps the communication history')
    .exitOverride()
    .showHelpAfterError('(flowcdk-back-office --help tells what can be done)')
    .addHelpText(
      'after',
      `
Examples:
  $ flowcdk-back-office key add --role genesys --name "data action"
  $ flowcdk-back-office serve --port 4100
  $ flowcdk-back-office report --from 2026-11-01
  $ flowcdk-back-office parked

Exit codes: 0 fine, 1 something was found or failed, 2 wrong use.`,
    );
  for (const each of [serve(), reconcile(), report(), parked(), erase(), key()])
    command.addCommand(each.copyInheritedSettings(command));
  return command;
}

/** Runs the command line. What is wrong is told in a sentence, never as a stack. */
export async function run(args: readonly string[]): Promise<number> {
  try {
    await program().parseAsync([...args], { from: 'user' });
    return EXIT.fine;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code)) return EXIT.fine;
      return error.code === 'commander.error' ? error.exitCode : EXIT.wrongUse;
    }
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof WrongSettings ? EXIT.wrongUse : EXIT.findings;
  }
}

export async function main(): Promise<void> {
  const code = await run(process.argv.slice(2));
  if (code !== EXIT.fine) process.exitCode = code;
}
