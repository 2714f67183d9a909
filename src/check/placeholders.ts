import type { YamlNode } from '../architect/yaml/node';
import type { YamlProblem } from '../architect/yaml/parse';

/** `{{key}}`, which Terraform (`substitutions`) or Archy replaces before the file is read as YAML. */
export interface Placeholder {
  readonly key: string;
  readonly offset: number;
  readonly length: number;
}

/** All placeholders of a text, outside of lines that are comments. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  if (!text.includes('{{')) return [];
  return [...text.matchAll(/\{\{[ \t]*([\w.-]+)[ \t]*\}\}/g)]
    .map(({ 0: whole, 1: key = '', index }) => ({ key, offset: index, length: whole.length }))
    .filter(({ offset }) => !/^[ \t]*#/.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset)));
}

/** The text with something harmless of the same length in place of each, so that positions stay. */
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
export const isPlaceholder = ({ offset, length }: YamlProblem, placeholders: readonly Placeholder[]): boolean =>
  placeholders.some((placeholder) => placeholder.offset === offset && placeholder.length === length);

/** Whether a scalar holds a placeholder; nobody knows yet what its value will be. */
export function holdsPlaceholder(node: YamlNode, placeholders: readonly Placeholder[]): boolean {
  if (node.kind !== 'scalar') return false;
  return placeholders.some(({ offset }) => offset >= node.offset && offset < node.end);
}
