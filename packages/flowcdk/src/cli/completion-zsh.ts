import type { CompletedCommand, CompletedOption } from './completed-command';

/** Completion for zsh, with descriptions. */
export const zshCompletion = (commands: readonly CompletedCommand[]): string => `#compdef flowcdk
# flowcdk completion zsh
${commands.map(functionOf).join('\n')}
compdef _flowcdk flowcdk
`;

const nameOf = (path: readonly string[]): string => ['_flowcdk', ...path].join('_').replaceAll('-', '_');

function functionOf({ path, options, subcommands, words }: CompletedCommand): string {
  const specs = options.flatMap(specsOf);
  const rest =
    subcommands.length > 0
      ? ["'1: :->command'", "'*:: :->rest'"]
      : [words === undefined ? "'*:file:_files'" : words.length > 0 ? `'1: :(${words.join(' ')})'` : ''];
  const head = `${nameOf(path)}() {
  local state line
  _arguments -C ${[...specs, ...rest.filter((spec) => spec !== '')].join(' \\\n    ')}`;
  if (subcommands.length === 0) return `${head}\n}\n`;
  return `${head}
  case $state in
    command) ${commandsOf(subcommands, words)} ;;
    rest)
      case $words[1] in
${subcommands.map(({ name }) => `        ${name}) ${nameOf([...path, name])} ;;`).join('\n')}
      esac ;;
  esac
}
`;
}

const commandsOf = (subcommands: CompletedCommand['subcommands'], words: readonly string[] | undefined): string => {
  const entries = subcommands.map(({ name, description }) => quoted(`${name}:${description}`));
  return `local -a names=(${entries.join(' ')}); _describe command names${words === undefined ? '; _files' : ''}`;
};

function specsOf({ flags, description, takesValue, choices }: CompletedOption): readonly string[] {
  const value = !takesValue ? '' : choices ? `:value:(${choices.join(' ')})` : ':value:_files';
  return flags.map((flag) => quoted(`*${flag}[${description.replaceAll(/[[\]:]/g, ' ')}]${value}`));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
