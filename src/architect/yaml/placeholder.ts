import { type FoundProblem } from './problem';

/**
 * `{{name}}` is replaced by Terraform (`substitutions`) or by Archy before anybody reads the file as YAML. What is left
 * of it looks to YAML like a mapping inside a mapping, and every message about that would mislead.
 */
const PLACEHOLDER = /\{\{([^{}\r\n]*)\}\}/y;

const ANYWHERE = /\{\{[^{}\r\n]*\}\}/g;

/** The placeholder that starts at the offset, with its braces. */
export function placeholderAt(source: string, offset: number): string | undefined {
  if (source.charCodeAt(offset) !== 0x7b || source.charCodeAt(offset + 1) !== 0x7b) return undefined;
  PLACEHOLDER.lastIndex = offset;
  return PLACEHOLDER.exec(source)?.[0];
}

/** The first placeholder on the line of the offset, for syntax that breaks because of it: `name: {{a}} and {{b}}`. */
export function placeholderOnLine(source: string, offset: number): FoundProblem | undefined {
  const start = Math.max(source.lastIndexOf('\n', offset - 1), source.lastIndexOf('\r', offset - 1)) + 1;
  const line = /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? '';
  ANYWHERE.lastIndex = 0;
  const found = ANYWHERE.exec(line);
  return found === null ? undefined : placeholderProblem(found[0], start + found.index);
}

export function placeholderProblem(placeholder: string, offset: number): FoundProblem {
  const name = placeholder.slice(2, -2).trim();
  return {
    message:
      `The placeholder ${placeholder} has no value yet. ` +
      `Apply the substitutions first (key "${name}"), or put the whole value in double quotes if the text is meant.`,
    offset,
    length: placeholder.length,
  };
}
