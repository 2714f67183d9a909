import { wrap } from './wrap';

/** Where the meaning of an example stands when it does not fit beside it. */
const INDENT = ' '.repeat(6);
const NARROWEST = 30;

/**
 * The part of a help text behind the options, as wide as the terminal. An example that begins with `$` stays one line;
 * its meaning moves to a line of its own where both do not fit. Other lines are broken between words.
 */
export function wrapHelp(text: string, columns: number): string {
  const width = Math.max(NARROWEST, columns);
  return entries(text)
    .flatMap((entry) => lines(entry, width))
    .join('\n');
}

/** The same for commander, which says whether the text goes to standard error. */
export const helpText =
  (text: string) =>
  ({ error }: { readonly error: boolean }): string => {
    const { columns } = error ? process.stderr : process.stdout;
    return wrapHelp(text, columns ?? USUAL);
  };

/** Columns of what is no terminal. */
const USUAL = 80;

/** An example with its meaning, or a line of text. */
interface Entry {
  readonly text: string;
  readonly meaning?: string;
  /** The column of the meaning. */
  readonly column?: number;
}

function entries(text: string): readonly Entry[] {
  const all: Entry[] = [];
  for (const line of text.split('\n')) {
    const last = all.at(-1);
    const indent = line.length - line.trimStart().length;
    // A line far to the right goes on with the meaning of the example above it.
    if (last && isListed(last.text) && indent >= 12) {
      all[all.length - 1] = {
        text: last.text,
        meaning: `${last.meaning === undefined ? '' : `${last.meaning} `}${line.trim()}`,
        column: last.column ?? indent,
      };
      continue;
    }
    const gap = isListed(line) ? line.trimEnd().search(/(?<=\S) {2,}(?=\S)/) : -1;
    if (gap < 0) all.push({ text: line });
    else {
      const meaning = line.slice(gap).trim();
      all.push({ text: line.slice(0, gap), meaning, column: line.indexOf(meaning, gap) });
    }
  }
  return all;
}

/** Examples, and names with their meanings, stand two columns in. */
const isListed = (line: string): boolean => /^ {2}\S/.test(line);

function lines({ text, meaning, column = 0 }: Entry, width: number): readonly string[] {
  if (meaning === undefined) {
    if (text.length <= width || text.startsWith('  $')) return [text];
    const indent = text.slice(0, text.length - text.trimStart().length);
    return wrap(text.trim(), width - indent.length).map((line) => indent + line);
  }
  const isBeside = text.length + 2 <= column && width - column >= NARROWEST;
  if (!isBeside) return [text, ...wrap(meaning, width - INDENT.length).map((line) => INDENT + line)];
  const [first = '', ...others] = wrap(meaning, width - column);
  return [text.padEnd(column) + first, ...others.map((line) => ' '.repeat(column) + line)];
}
