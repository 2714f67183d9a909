import { types } from 'node:util';
import { Command, CommanderError } from 'commander';
import { erase } from './erase';
import { feed } from './feed';
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
  for (const each of [serve(), reconcile(), feed(), report(), parked(), erase(), key()]) {
    command.addCommand(each.copyInheritedSettings(command));
    // Commands within a command were added before it had these settings.
    for (const nested of each.commands) nested.copyInheritedSettings(each);
  }
  return command;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it may not be read',
};

/** An error of the file system; `path` is missing where a file was open already. */
const isOfFile = (error: unknown): error is { readonly code: string; readonly path?: string } =>
  types.isNativeError(error) && 'code' in error && String(error.code) in reasons;

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
    if (isOfFile(error)) {
      process.stderr.write(`${error.path ?? 'The file'} cannot be read: ${reasons[error.code]}\n`);
      return EXIT.wrongUse;
    }
    process.stderr.write(`${types.isNativeError(error) ? error.message : String(error)}\n`);
    return error instanceof WrongSettings ? EXIT.wrongUse : EXIT.findings;
  }
}

export async function main(): Promise<void> {
  const code = await run(process.argv.slice(2));
  if (code !== EXIT.fine) process.exitCode = code;
}
