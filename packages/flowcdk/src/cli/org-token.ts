import { Option } from 'commander';

/** Where the token may stand without a list of processes showing it. */
const VARIABLE = 'FLOWCDK_ORG_TOKEN';

/** `--token TOKEN` */
export const tokenOption = (what: string): Option =>
  new Option('--token <token>', `${what}; better in ${VARIABLE}, which no list of processes shows`);

/** What `--token` or else the environment says, or what is wrong with it; the token itself is not repeated. */
export function tokenOf(option: string | undefined): { readonly token?: string; readonly problem?: string } {
  const variable = process.env[VARIABLE];
  const token = option ?? (variable === '' ? undefined : variable);
  if (token === undefined) return {};
  // It travels in a header.
  if (/^[\x21-\x7e]+$/.test(token)) return { token };
  const where = option === undefined ? VARIABLE : '--token';
  return { problem: `a token has visible characters and no blanks, at least one; that of ${where} has others or none` };
}
