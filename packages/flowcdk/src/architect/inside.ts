import { branch, type Form, type paths, readValue, type Reader, struct, writeValue } from './forms';
import type { ActionList } from './nodes';
import type { ValueNode } from './values';
import { keyName, mapping, sequence, type YamlNode } from './yaml/node';

/** Content with keys that nobody has seen in a file. */
type Inside =
  | { readonly kind: 'value'; readonly value: ValueNode }
  | { readonly kind: 'actions'; readonly actions: ActionList }
  | { readonly kind: 'map'; readonly entries: readonly InsideEntry[] }
  | { readonly kind: 'list'; readonly items: readonly Inside[] }
  | { readonly kind: 'plain'; readonly yaml: YamlNode };

interface InsideEntry {
  readonly key: YamlNode & { readonly kind: 'scalar' };
  readonly inside: Inside;
}

const wrappers = new Set(['lit', 'exp', 'noValue', 'noValueWithNoFallback', 'var', 'tts', 'prompt']);

const isWrapped = (yaml: YamlNode): boolean =>
  yaml.kind === 'mapping' &&
  yaml.entries.length === 1 &&
  yaml.entries[0] !== undefined &&
  wrappers.has(keyName(yaml.entries[0].key));

function readInside(yaml: YamlNode, reader: Reader): Inside {
  if (isWrapped(yaml)) return Object.freeze({ kind: 'value', value: readValue(yaml) });
  if (yaml.kind === 'scalar') return Object.freeze({ kind: 'plain', yaml });
  if (yaml.kind === 'sequence')
    return Object.freeze({ kind: 'list', items: Object.freeze(yaml.items.map((item) => readInside(item, reader))) });
  const entries = yaml.entries.map(({ key, value }): InsideEntry => {
    const holdsActions = keyName(key) === 'actions' && value.kind === 'sequence';
    const inside: Inside = holdsActions
      ? Object.freeze({ kind: 'actions', actions: reader.readActions(value) })
      : readInside(value, reader);
    return Object.freeze({ key, inside });
  });
  return Object.freeze({ kind: 'map', entries: Object.freeze(entries) });
}

/**
 * Content of any form. Its values, the variables that it binds and its lists of actions are read wherever they stand, so
 * that checks see them. Everything is written back as it was.
 */
export const inside: Form<Inside> = {
  expects: 'anything',
  read: readInside,
  write: (part, writer) => {
    switch (part.kind) {
      case 'value':
        return writeValue(part.value);
      case 'actions':
        return writer.writeActions(part.actions);
      case 'map':
        return mapping(part.entries.map(({ key, inside: inner }) => ({ key, value: inside.write(inner, writer) })));
      case 'list':
        return sequence(part.items.map((item) => inside.write(item, writer)));
      case 'plain':
        return part.yaml;
    }
  },
  walk: (part, visit, path) => {
    switch (part.kind) {
      case 'value':
        return visit({
          role: part.value.kind === 'variable' ? 'binding' : 'value',
          path,
          value: part.value,
          type: 'any',
        });
      case 'actions':
        return visit({ role: 'actions', path, actions: part.actions });
      case 'map':
        return part.entries.forEach(({ key, inside: inner }) => inside.walk(inner, visit, `${path}.${keyName(key)}`));
      case 'list':
        return part.items.forEach((item, i) => inside.walk(item, visit, `${path}[${i}]`));
      case 'plain':
    }
  },
};

/** The branches of an action that nobody has seen in a file. It may have others. */
export const assumedPaths = <const P extends readonly string[]>(...names: P): ReturnType<typeof paths<P>> =>
  struct(Object.fromEntries(names.map((name) => [name, branch])), () => true, inside) as ReturnType<typeof paths<P>>;
