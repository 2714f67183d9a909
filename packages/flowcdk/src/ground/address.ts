import { createHash } from 'node:crypto';

/** What Terraform calls a definition: the address it was given, else its name as a slug. */
export const addressOf = ({
  address,
  name,
}: {
  readonly address?: string | undefined;
  readonly name: string;
}): string => address ?? slug(name);

/** Whether a text may be an address that somebody chose. */
export const isAddress = (text: string): boolean =>
  /^[a-z][a-z0-9_-]*$/.test(text) && text.length <= LONGEST_ADDRESS && !taken.has(text);

/**
 * A name as an identifier of Terraform and of files: `Find customer in Alpha` → `find-customer-in-alpha`. It depends on
 * nothing but the name, so that it stays when other names come and go.
 *
 * Where it would not tell the name from others, a short hash of the name tells it: names in other scripts than Latin,
 * names without letters and digits, very long ones. Names that differ in signs only (`A + B`, `A & B`) still have one
 * slug; what is deployed is checked for that.
 */
export function slug(name: string): string {
  const words = wordsOf(name);
  const tells = words !== '' && words.length <= LONGEST_ADDRESS && !taken.has(words) && !losesLetters(name);
  return tells ? words : withHash(words.slice(0, LONGEST_ADDRESS - HASH - 1), name);
}

/** The same for a file: Windows keeps some names for devices, whatever their ending. */
export function fileSlug(name: string): string {
  const words = slug(name);
  return devices.test(words) ? withHash(words, name) : words;
}

/** A slug that is told from others by a hash of what it stands for. */
export const withHash = (words: string, of: string): string =>
  `${words.replace(/-$/, '') || 'n'}-${createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, HASH)}`;

const wordsOf = (name: string): string =>
  folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(?=\d)/, 'n-');

/** Without accents, in lower case. */
const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether letters or digits of another script get lost. Latin ones that do (`ß`) leave the rest of their word. */
const losesLetters = (name: string): boolean =>
  /(?!\p{Script=Latin})[\p{L}\p{N}]/u.test(folded(name).replace(/[a-z0-9]/g, ''));

/** In characters. With the ending of a file it is short enough for every file system. */
export const LONGEST_ADDRESS = 100;
const HASH = 8;

/** What every object of JavaScript has a property of; constructs look up their children in one. */
const taken: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const devices = /^(con|prn|aux|nul|(com|lpt)\d)$/;
