import { type PlacedProblem } from './problem';

/**
 * `{{name}}` is replaced by Terraform (`substitutions`) or by Archy before anybody reads the file as YAML. What is left
 * of it looks to YAML like a mapping inside a mapping, and every message about that would mislead.
 */
const PLACEHOLDER = /\{\{([^{}\r\n]*)\}\}/y;

const ANYWHERE = /\{\{[^{}\r\n]*\}\}/;

/** Placeholders whose names mean nothing to YAML, so that words may stand in for them. */
const PLAIN_NAMES = /\{\{([\w.$ -]+)\}\}/g;

/** The placeholder that starts at the offset, with its braces. */
export function placeholderAt(source: string, offset: number): string | undefined {
  if (source.charCodeAt(offset) !== 0x7b || source.charCodeAt(offset + 1) !== 0x7b) return undefined;
  PLACEHOLDER.lastIndex = offset;
  return PLACEHOLDER.exec(source)?.[0];
}

/** Whether there is a placeholder in the text. */
export function holdsPlaceholder(text: string): boolean {
  return text.includes('{{') && ANYWHERE.test(text);
}

/**
 * The text with a word of the same length in the place of each placeholder, so that it can be read as YAML and every
 * offset still holds: `name: {{a}} and {{b}}` is none, `name: xxaxx and xxbxx` is.
 */
export function withStandIns(text: string): string {
  return text.replace(PLAIN_NAMES, 'xx$1xx');
}

/** The first placeholder on the line of the offset, for syntax that breaks because of it: `name: {{a}}"{{b}}`. */
export function placeholderOnLine(source: string, offset: number): PlacedProblem | undefined {
  const start = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? '';
  const match = ANYWHERE.exec(line);
  return match === null ? undefined : unreplaced(match[0], start + match.index);
}

/** A placeholder that is no YAML and is in the tree as the text it is. */
export function placeholderProblem(placeholder: string, offset: number): PlacedProblem {
  return { ...unreplaced(placeholder, offset), kind: 'placeholder', key: nameOf(placeholder) };
}

/** The first placeholder of a text that begins at the offset. */
export function placeholderIn(text: string, offset: number): PlacedProblem | undefined {
  const match = ANYWHERE.exec(text);
  return match === null ? undefined : placeholderProblem(match[0], offset + match.index);
}

/** A placeholder stands where nothing can be read around it: `&{{anchor}} a`. */
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
