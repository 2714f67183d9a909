import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorOutput } from './error-output';
import { EXIT } from './exit-code';
import { helpText } from './help-text';

const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  readonly version: string;
};

/** Every command. A command is loaded only when it runs, or for the help. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<Command>>> = {
  init: async () => (await import('./init')).init(),
  synth: async () => (await import('./synth')).synth(),
  list: async () => (await import('./list')).list(),
  check: async () => (await import('./check')).checkCommand(),
  inspect: async () => (await import('./inspect')).inspectCommand(),
  format: async () => (await import('./format')).formatCommand(),
  import: async () => (await import('./import')).importCommand(),
  eval: async () => (await import('./eval')).evaluate(),
  start: async (args) => (await import('./start')).start(args),
  call: async () => (await import('./call')).callCommand(),
  run: async () => (await import('./run')).runCommand(),
  simulate: async () => (await import('./simulate')).simulate(),
  'test-action': async () => (await import('./test-action')).testAction(),
  'test-trigger': async () => (await import('./test-trigger')).testTrigger(),
  pull: async () => (await import('./pull')).pullCommand(),
  drift: async () => (await import('./drift')).driftCommand(),
  compare: async () => (await import('./compare')).compareCommand(),
  listen: async () => (await import('./listen')).listenCommand(),
  events: async () => (await import('./events')).eventsCommand(),
  org: async () => (await import('./org')).orgCommand(),
  completion: async () => (await import('./completion')).completion(() => program([])),
};

/** The command line, with a way to run it without a process of its own. */
export async function program(args: readonly string[]): Promise<Command> {
  const chosen = args.find((arg) => Object.hasOwn(commands, arg));
  const loaded = Object.entries(commands).filter(([name]) => chosen === undefined || name === chosen);
  const flowcdk = new Command('flowcdk')
    .description('Genesys Cloud flows, data actions and triggers as typed, tested TypeScript')
    .version(version)
    .showHelpAfterError('(flowcdk --help tells what can be done)')
    .exitOverride()
    .configureOutput(errorOutput)
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ flowcdk init my-line              write a small project of your own
  $ flowcdk start                     run the application on this machine: its story, or a call
  $ flowcdk call --press 1,2          call the application
  $ flowcdk run flow.yaml --press 1   run any Architect YAML, with stubs of all it names
  $ flowcdk simulate --calls 6000     a busy hour
  $ flowcdk test-action NAME          every step of a data action
  $ flowcdk test-trigger NAME --event acw.json
                                      what a trigger does with an event
  $ flowcdk synth                     write the Terraform stacks to cdktf.out
  $ flowcdk synth --env local         with settings.local.yaml laid over settings.yaml
  $ flowcdk list                      what there is, and what refers to what
  $ flowcdk check                     what is wrong with the application
  $ flowcdk check flow.yaml           what is wrong with any Architect YAML
  $ flowcdk format flow.yaml          any Architect YAML in its canonical form
  $ flowcdk import flow.yaml          Architect YAML as TypeScript definitions
  $ flowcdk inspect                   pages that show the application to people
  $ flowcdk org                       a local org that Terraform can deploy to
  $ flowcdk pull --region eu-central-1
                                      what an org holds, into a folder
  $ flowcdk drift --region eu-central-1
                                      where an org differs from the application
  $ flowcdk compare test production   what two orgs do differently
  $ flowcdk listen "v2.users.*.presence" --org http://127.0.0.1:8083
                                      events of an org as they happen
  $ flowcdk events compare            what trigger, listener and event bus lose and cost
  $ flowcdk eval 'Length("abc") > 2'  what an Architect expression gives
  $ source <(flowcdk completion bash) completion of commands and options; zsh and fish, too

Exit codes: 0 fine, 1 something was found, 2 wrong use.`),
    );
  for (const [name, load] of loaded) {
    flowcdk.addCommand(inheriting(await load(args), flowcdk, `flowcdk ${name}`));
  }
  return flowcdk;
}

/** A command, and those below it, with the settings of the command above. */
function inheriting(command: Command, above: Command, line: string): Command {
  command.copyInheritedSettings(above).showHelpAfterError(`(${line} --help tells what can be done)`);
  for (const below of command.commands) inheriting(below, command, `${line} ${below.name()}`);
  return command;
}

/** Runs one command line and gives the exit code. It never throws for a mistake of the user. */
export async function run(args: readonly string[]): Promise<number> {
  process.exitCode = EXIT.fine;
  try {
    await (await program(args)).parseAsync(args, { from: 'user' });
    return Number(process.exitCode);
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? EXIT.fine : EXIT.wrongUse;
    throw problem;
  }
}

// `flowcdk … | head` closes the pipe early. Nobody reads any message then.
const endQuietly = (problem: NodeJS.ErrnoException): void => {
  if (problem.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.fine);
  process.stderr.write(`flowcdk: the output cannot be written: ${problem.message}\n`);
  process.exit(EXIT.findings);
};

/** Runs the command line of this process. */
export function main(): void {
  process.stdout.on('error', endQuietly);
  // A reader who closes standard error still gets the exit code.
  process.stderr.on('error', () => undefined);

  void run(process.argv.slice(2)).then(
    (code) => (process.exitCode = code),
    (problem: unknown) => {
      process.stderr.write(`flowcdk: ${problem instanceof Error ? problem.message : String(problem)}\n`);
      process.stderr.write('This is a defect of flowcdk. Run again with FLOWCDK_DEBUG=1 to see where.\n');
      if (process.env['FLOWCDK_DEBUG'] && problem instanceof Error) process.stderr.write(`${problem.stack ?? ''}\n`);
      process.exitCode = EXIT.findings;
    },
  );
}
