import type { OutputConfiguration } from 'commander';

/**
 * How mistakes in the arguments are told: commander repeats an argument that is wrong, and that may be a secret. What
 * is left out is the value of a variable, and that of an unknown option, which may be a misspelt `--token`.
 */
export const errorOutput: OutputConfiguration = { outputError: (message, write) => write(withoutValues(message)) };

const withoutValues = (message: string): string =>
  message
    .replace(/(unknown option '-{1,2}[\w-]+=).*'/s, "$1…'")
    .replace(/(option '--var <name=value>' argument ').*(' is invalid\.)/s, '$1…$2');
