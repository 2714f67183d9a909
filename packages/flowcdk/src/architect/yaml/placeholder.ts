import { type PlacedProblem } from './problem';

/**
 * Terraform (`substitutions`) or Archy replaces `{{name}}` before the file is read as YAML. A placeholder that is still
 * there looks like a mapping inside a mapping, and messages about that would mislead.
 */
const PLACEHOLDER = /\{\{([^{}\r\n]*)\}\}/y;

const ANYWHERE = /\{\{[^{}\r\n]*\}\}/;

/** Placeholders whose names have no meaning in YAML, so that words can replace them. */
const PLAIN_NAMES = /\{\{([\w.$ -]+)\}\}/g;

/** The placeholder at the offset, with its braces. */
export function placeholderAt(source: string, offset: number): string | undefined {
  if (source.charCodeAt(offset) !== 0x7b || source.charCodeAt(offset + 1) !== 0x7b) return undefined;
  PLACEHOLDER.lastIndex = offset;
  return PLACEHOLDER.exec(source)?.[0];
}

/** Whether a text has a placeholder. */
export function holdsPlaceholder(text: string): boolean {
  return text.includes('{{') && ANYWHERE.test(text);
}

/**
 * The text with each placeholder replaced by a word of the same length, so that it is YAML and all offsets stay right:
 * `name: {{a}} and {{b}}` is not YAML, `name: xxaxx and xxbxx` is.
 */
export function withStandIns(text: string): string {
  return text.replace(PLAIN_NAMES, 'xx$1xx');
}

/** The first placeholder on the line of the offset, for a syntax error that it causes: `name: {{a}}"{{b}}`. */
export function placeholderOnLine(source: string, offset: number): PlacedProblem | undefined {
  const start = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? '';
  const match = ANYWHERE.exec(line);
  return match === null ? undefined : unreplaced(match[0], start + match.index);
}

/** The problem of a placeholder that is not YAML. The tree has it as text. */
export function placeholderProblem(placeholder: string, offset: number): PlacedProblem {
  return { ...unreplaced(placeholder, offset), kind: 'placeholder', key: nameOf(placeholder) };
}

/** The problem of the first placeholder in a text at the offset. */
export function placeholderIn(text: string, offset: number): PlacedProblem | undefined {
  const match = ANYWHERE.exec(text);
  return match === null ? undefined : placeholderProblem(match[0], offset + match.index);
}

/** The problem of a placeholder that makes its surroundings unreadable: `&{{anchor}} a`. */
export function placeholderElsewhere(source: string): PlacedProblem {
  const match = ANYWHERE.exec(source);
  return unreplaced(match?.[0] ?? '', match?.index ?? 0);
}

function unreplaced(placeholder: string, offset: number): PlacedProblem {
  return {
    message:
      `The placeholder ${placeholder} has no value yet. ` +
      `Apply the substitutions first (key "${nameOf(placeholder)}"), or put the whole value in double quotes if the text is meant.`,
    offset,
    length: placeholder.length,
  };
}

const nameOf = (placeholder: string): string => placeholder.slice(2, -2).trim();
