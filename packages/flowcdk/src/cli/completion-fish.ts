import type { CompletedCommand, CompletedOption } from './completed-command';

/** Completion for fish, with descriptions. */
export const fishCompletion = (commands: readonly CompletedCommand[]): string =>
  ['# flowcdk completion fish', 'complete -c flowcdk -e', ...commands.flatMap(linesOf), ''].join('\n');

function linesOf({ path, options, subcommands, words }: CompletedCommand): readonly string[] {
  const condition = conditionOf(path, subcommands);
  const complete = (rest: string): string => `complete -c flowcdk -n ${quoted(condition)} ${rest}`;
  return [
    ...(words === undefined ? [] : [complete('-f')]),
    ...subcommands.map(({ name, description }) => complete(`-f -a ${name} -d ${quoted(description)}`)),
    ...(words ?? []).map((word) => complete(`-f -a ${word}`)),
    ...options.map((option) => complete(optionOf(option))),
  ];
}

/** Fish asks this before it offers anything: behind the words of the command, and not behind those of one below. */
function conditionOf(path: readonly string[], subcommands: CompletedCommand['subcommands']): string {
  if (path.length === 0) return '__fish_use_subcommand';
  const seen = path.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
  const below = subcommands.map(({ name }) => name).join(' ');
  return below === '' ? seen : `${seen}; and not __fish_seen_subcommand_from ${below}`;
}

function optionOf({ flags, description, takesValue, choices }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const value = !takesValue ? '' : choices ? ` -x -a ${quoted(choices.join(' '))}` : ' -r';
  return `${names.join(' ')}${value} -d ${quoted(description)}`;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
