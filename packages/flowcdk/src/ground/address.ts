import { createHash } from 'node:crypto';

/** What Terraform calls a definition: its own `address`, or else its name as a slug. */
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
 * A short hash is added where the slug would not be unique: for names in other scripts than Latin, names without
 * letters and digits, and very long names. Names that differ in signs only (`A + B`, `A & B`) still share one slug; the
 * check of a deployment finds them.
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

/** A slug with a hash of what it stands for, so that it is unique. */
export const withHash = (words: string, of: string): string =>
  `${words.replace(/-$/, '') || 'n'}-${createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, HASH)}`;

const wordsOf = (name: string): string =>
  folded(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(?=\d)/, 'n-');

/** Without accents, in lower case. */
const folded = (name: string): string => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Whether a slug would lose letters or digits of another script. A lost Latin letter (`ß`) does not count: the rest of
 * its word stays.
 */
const losesLetters = (name: string): boolean =>
  /(?!\p{Script=Latin})[\p{L}\p{N}]/u.test(folded(name).replace(/[a-z0-9]/g, ''));

/** The most characters of a slug. With the ending of a file this is short enough for every file system. */
export const LONGEST_ADDRESS = 100;
const HASH = 8;

/**
 * Names of properties that every JavaScript object has. CDKTF's constructs keep their children in an object, so these
 * names are taken.
 */
const taken: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const devices = /^(con|prn|aux|nul|(com|lpt)\d)$/;
