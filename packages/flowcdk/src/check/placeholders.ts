import type { YamlNode } from '../architect/yaml/node';
import type { YamlProblem } from '../architect/yaml/parse';

/** `{{key}}`, which Terraform (`substitutions`) or Archy replaces before the file is read as YAML. */
export interface Placeholder {
  readonly key: string;
  readonly offset: number;
  readonly length: number;
}

/** All placeholders of a text, in its order, outside of lines that are comments. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  if (!text.includes('{{')) return [];
  const placeholders: Placeholder[] = [];
  let seen = 0;
  let isComment = false;
  for (const { 0: whole, 1: key = '', index } of text.matchAll(/\{\{[ \t]*([\w.-]+)[ \t]*\}\}/g)) {
    const newline = text.slice(seen, index).lastIndexOf('\n');
    if (newline >= 0 || seen === 0) isComment = /^[ \t]*#/.test(text.slice(seen + newline + 1, index));
    seen = index;
    if (!isComment) placeholders.push({ key, offset: index, length: whole.length });
  }
  return placeholders;
}

/** The text with a harmless filler of the same length in place of each placeholder, so that positions stay. */
export function withStandIns(text: string, placeholders: readonly Placeholder[]): string {
  let result = '';
  let done = 0;
  for (const { offset, length } of placeholders) {
    result += `${text.slice(done, offset)}__${text.slice(offset + 2, offset + length - 2)}__`;
    done = offset + length;
  }
  return result + text.slice(done);
}

/** Whether a problem with the YAML is only that a placeholder stands there. */
export function isPlaceholder({ offset, length }: YamlProblem, placeholders: readonly Placeholder[]): boolean {
  const placeholder = firstFrom(offset, placeholders);
  return placeholder?.offset === offset && placeholder.length === length;
}

/** Whether a scalar holds a placeholder; nobody knows yet what its value will be. */
export const holdsPlaceholder = ({ kind, offset, end }: YamlNode, placeholders: readonly Placeholder[]): boolean =>
  kind === 'scalar' && (firstFrom(offset, placeholders)?.offset ?? end) < end;

/** The first placeholder at an offset or behind it; there may be very many. */
function firstFrom(offset: number, placeholders: readonly Placeholder[]): Placeholder | undefined {
  let low = 0;
  let high = placeholders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placeholders[middle]?.offset ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return placeholders[low];
}

/** The values of placeholders, by name. */
export type Substitutions = Readonly<Record<string, string>>;

/** A text with its placeholders filled in, as the provider does it before Architect reads the text. */
export function substituted(text: string, substitutions: Substitutions): string {
  let result = '';
  let done = 0;
  for (const { key, offset, length } of placeholdersIn(text)) {
    const value = Object.hasOwn(substitutions, key) ? substitutions[key] : undefined;
    if (value === undefined) continue;
    result += text.slice(done, offset) + value;
    done = offset + length;
  }
  return result + text.slice(done);
}
