import type { Command, Option } from 'commander';

/** A command line as shells complete it. */
export interface CompletedCommand {
  /** The words behind `flowcdk`: `[]`, `['org']`, `['org', 'apply']`. */
  readonly path: readonly string[];
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly subcommands: readonly { readonly name: string; readonly description: string }[];
  /** Words that an argument may be; undefined where it may be a file. */
  readonly words: readonly string[] | undefined;
}

export interface CompletedOption {
  /** `--press`, `-t` */
  readonly flags: readonly string[];
  readonly description: string;
  readonly takesValue: boolean;
  /** The values it may have; undefined where any is allowed, often a file. */
  readonly choices: readonly string[] | undefined;
}

const wordsOf = new WeakMap<Option, readonly string[]>();

/** An option with values that shells offer, although more are allowed, or too many to list them in the help. */
export function offering(option: Option, words: readonly string[]): Option {
  wordsOf.set(option, words);
  return option;
}

/** A command and all below it. */
export function completedCommands(command: Command, path: readonly string[] = []): readonly CompletedCommand[] {
  const [argument] = command.registeredArguments;
  const own: CompletedCommand = {
    path,
    description: command.description(),
    options: [...command.options.filter(({ hidden }) => !hidden).map(completedOption), HELP],
    subcommands: command.commands.map((each) => ({ name: each.name(), description: each.description() })),
    words: argument ? argument.argChoices : [],
  };
  return [own, ...command.commands.flatMap((each) => completedCommands(each, [...path, each.name()]))];
}

const HELP: CompletedOption = {
  flags: ['--help', '-h'],
  description: 'display help for command',
  takesValue: false,
  choices: undefined,
};

function completedOption(option: Option): CompletedOption {
  const { long, short, description, required, optional, argChoices } = option;
  return {
    flags: [long, short].filter((flag) => typeof flag === 'string'),
    description,
    takesValue: required || optional,
    choices: argChoices ?? wordsOf.get(option),
  };
}
