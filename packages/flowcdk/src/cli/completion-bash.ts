import type { CompletedCommand, CompletedOption } from './completed-command';

/** Completion for bash, from version 3.2. */
export const bashCompletion = (commands: readonly CompletedCommand[]): string => `# flowcdk completion bash
_flowcdk() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" path="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$path $word" in
${commands.flatMap(({ path }) => (path.length === 0 ? [] : [`      "${path.slice(0, -1).join(' ')} ${path.at(-1)}") path="${path.join(' ')}" ;;`])).join('\n')}
    esac
  done
  local words="" files=""
  case "$path" in
${commands.map(commandCase).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [ -n "$files" ] && [ "\${current#-}" = "$current" ]; then COMPREPLY+=($(compgen -f -- "$current")); fi
}
complete -o filenames -o bashdefault -F _flowcdk flowcdk
`;

function commandCase({ path, options, subcommands, words }: CompletedCommand): string {
  const flags = options.flatMap((option) => option.flags);
  const all = [...subcommands.map(({ name }) => name), ...(words ?? []), ...flags];
  return `    "${path.join(' ')}")
      case "$previous" in
${options
  .filter(({ takesValue }) => takesValue)
  .map(optionCase)
  .join('\n')}
        *) words="${all.join(' ')}"${words === undefined ? ' files=1' : ''} ;;
      esac ;;`;
}

const optionCase = ({ flags, choices }: CompletedOption): string =>
  `        ${flags.join('|')}) ${choices ? `words="${choices.join(' ')}"` : 'files=1'} ;;`;
