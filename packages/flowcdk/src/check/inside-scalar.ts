import type { YamlNode } from '../architect/yaml/node';

/**
 * The offset in a file of a character of a scalar's value. Quotes, escapes, folded lines and the indentation of blocks
 * make the two differ, so this walks through both at once.
 */
export function insideScalar(text: string, { kind, offset, end, ...node }: YamlNode, index: number): number {
  if (kind !== 'scalar' || offset < 0) return Math.max(0, offset);
  const value = 'value' in node ? String(node.value) : '';
  const style = styles[text[offset] ?? ''] ?? plain;
  let at = style.start(text, offset);
  for (let i = 0; i < index && at < end; i = style.next(value, i)) at = style.skip(text, at, value, i);
  return Math.min(at, end);
}

interface Style {
  /** Where the first character of the value stands. */
  readonly start: (text: string, offset: number) => number;
  /** The end of the source text of character `i` of the value, and of the characters that belong to it. */
  readonly skip: (text: string, at: number, value: string, i: number) => number;
  /** The index of the next character of the value. */
  readonly next: (value: string, i: number) => number;
}

/** Lines that are folded: a line break and all white space around it stand for one space, or for line breaks. */
const folded = (text: string, at: number): number | undefined => {
  const run = /[ \t]*(?:\r?\n[ \t]*)+/y;
  run.lastIndex = at;
  return run.test(text) ? run.lastIndex : undefined;
};

const nextInFolded = (value: string, i: number): number => {
  let next = i + 1;
  if (value[i] === '\n') while (value[next] === '\n') next += 1;
  return next;
};

const plain: Style = {
  start: (_, offset) => offset,
  skip: (text, at) => folded(text, at) ?? at + 1,
  next: nextInFolded,
};

const single: Style = {
  start: (_, offset) => offset + 1,
  skip: (text, at) => folded(text, at) ?? (text.startsWith("''", at) ? at + 2 : at + 1),
  next: nextInFolded,
};

const escapeLengths: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

const double: Style = {
  start: (text, offset) => pastGlue(text, offset + 1),
  skip: (text, at, value, i) => {
    if (isPassed(text, at, value[i] ?? '')) return at;
    return pastGlue(
      text,
      text[at] === '\\' ? at + (escapeLengths[text[at + 1] ?? ''] ?? 2) : (folded(text, at) ?? at + 1),
    );
  },
  // Each line break of the value may be an escape.
  next: (_, i) => i + 1,
};

/** Whether it is the second half of a character whose escape stands for both halves: `\U0001F600`. */
const isPassed = (text: string, at: number, unit: string): boolean =>
  /^[\udc00-\udfff]$/.test(unit) && text[at] !== unit && !/^\\ud[c-f]$/i.test(text.slice(at, at + 4));

/** A backslash glues a line to the next one. The character behind them stands in the next line. */
function pastGlue(text: string, at: number): number {
  const glue = /(?:\\\r?\n[ \t]*)*/y;
  glue.lastIndex = at;
  glue.test(text);
  return glue.lastIndex;
}

const block: Style = {
  start: (text, offset) => {
    const lineBreak = text.indexOf('\n', offset);
    return lineBreak < 0 ? offset : pastIndentation(text, lineBreak + 1);
  },
  skip: (text, at) => {
    const breaks = /\r?\n/y;
    breaks.lastIndex = at;
    return breaks.test(text) ? pastIndentation(text, breaks.lastIndex) : at + 1;
  },
  next: (_, i) => i + 1,
};

function pastIndentation(text: string, at: number): number {
  const spaces = / */y;
  spaces.lastIndex = at;
  spaces.test(text);
  return spaces.lastIndex;
}

const styles: Readonly<Record<string, Style>> = { "'": single, '"': double, '|': block, '>': block };
