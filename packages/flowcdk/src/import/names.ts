/** Names for what an import writes: identifiers and names of files. */

/** Words of TypeScript that cannot name a variable, and names of the runtime that a definition must not hide. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'abstract any arguments as async await bigint boolean break case catch class const continue debugger declare default ' +
    'delete do else enum eval export extends false finally for from function get if implements import in infer ' +
    'instanceof interface is keyof let module namespace never new null number object of package private protected ' +
    'public readonly require return satisfies set static string super switch symbol this throw true try type typeof ' +
    'undefined unique unknown using var void while with yield Infinity NaN globalThis exports Object Array Promise'
  ).split(' '),
);

/** Whether a text can stand behind a dot, and before the colon of an object, without quotes. */
export const isIdentifier = (text: string): boolean => /^[A-Za-z_$][\w$]*$/.test(text);

/** Longer names are cut between words. */
const LONGEST = 48;

/** The words of a name: `Find customer (Alpha)` has `find`, `customer`, `alpha`. */
function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/['’]/g, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2');
  const words = plain.split(/[^A-Za-z\d]+/).filter((word) => word !== '');
  const short: string[] = [];
  let length = 0;
  for (const word of words) {
    length += word.length + 1;
    if (short.length > 0 && length > LONGEST) break;
    short.push(word.slice(0, LONGEST).toLowerCase());
  }
  return short;
}

/** `Find customer in Alpha` is `findCustomerInAlpha`. The name of a thing without a letter is `fallback`. */
export function identifierOf(name: string, fallback: string): string {
  const [first, ...others] = wordsOf(name);
  if (first === undefined) return fallback;
  const joined = first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^\d/.test(joined) ? `${fallback}${joined}` : joined;
}

/** `Find customer in Alpha` is `find-customer-in-alpha`. */
export const fileNameOf = (name: string, fallback: string): string => wordsOf(name).join('-') || fallback;

/** Names of a scope, each once. A name that is taken gets a number. */
export class Names {
  private readonly taken: Set<string>;

  /** @param taken the names that cannot be used, besides the words of TypeScript */
  constructor(taken: Iterable<string> = []) {
    this.taken = new Set(taken);
  }

  /**
   * The name, or the name with the kind of the thing or a number where it is taken: `disconnectTask`, `greet2`. Reserves
   * the result.
   */
  take(preferred: string, kind: string): string {
    const named = preferred.toLowerCase().endsWith(kind)
      ? preferred
      : `${preferred}${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
    const free = [preferred, named].find((name) => this.isFree(name)) ?? this.numbered(preferred);
    this.taken.add(free);
    return free;
  }

  /** All taken names. */
  all(): readonly string[] {
    return [...this.taken];
  }

  private isFree(name: string): boolean {
    return !this.taken.has(name) && !RESERVED.has(name);
  }

  private numbered(preferred: string): string {
    for (let n = 2; ; n++) if (this.isFree(`${preferred}${n}`)) return `${preferred}${n}`;
  }
}
