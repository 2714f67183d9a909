import { Option } from 'commander';

/** The variable that holds the token, so that no list of processes shows it. */
const VARIABLE = 'FLOWCDK_ORG_TOKEN';

/** `--token TOKEN` */
export const tokenOption = (what: string): Option =>
  new Option('--token <token>', `${what}; better in ${VARIABLE}, which no list of processes shows`);

/** The token of `--token` or else of the environment, or what is wrong with it. A message never repeats the token. */
export function tokenOf(option: string | undefined): { readonly token?: string; readonly problem?: string } {
  const variable = process.env[VARIABLE];
  const token = option ?? (variable === '' ? undefined : variable);
  if (token === undefined) return {};
  // A token travels in a header, which limits its characters.
  if (/^[\x21-\x7e]+$/.test(token)) return { token };
  const where = option === undefined ? VARIABLE : '--token';
  return { problem: `a token has visible characters and no blanks, at least one; that of ${where} has others or none` };
}
