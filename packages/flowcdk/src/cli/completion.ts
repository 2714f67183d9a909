import { Argument, Command } from 'commander';
import { completedCommands } from './completed-command';
import { bashCompletion } from './completion-bash';
import { fishCompletion } from './completion-fish';
import { zshCompletion } from './completion-zsh';
import { helpText } from './help-text';

const writers = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

type Shell = keyof typeof writers;

/**
 * `flowcdk completion`
 *
 * @param root gives the whole command line, with all its commands
 */
export const completion = (root: () => Promise<Command>): Command =>
  new Command('completion')
    .description('print what a shell needs to complete flowcdk: bash, zsh or fish')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(writers)))
    .addHelpText(
      'after',
      helpText(`
Examples:
  $ source <(flowcdk completion bash)               in ~/.bashrc
  $ source <(flowcdk completion zsh)                in ~/.zshrc, behind compinit
  $ flowcdk completion fish > ~/.config/fish/completions/flowcdk.fish

In a project where flowcdk is no command of its own, begin the line with "npx flowcdk".`),
    )
    .action(async (shell: Shell) => {
      process.stdout.write(writers[shell](completedCommands(await root())));
    });
