import { type HasOrigin, ORIGIN } from '../origin';
import { keyName, mapping, scalar, sequence, type YamlNode } from '../yaml/node';
import { type Form, type Reader, wrongForm } from './form';

/** An item of a list with its kind before the colon. `unknown` where Flowcdk does not know the kind. */
export type KindItem<T> =
  | ({ readonly kind: string; readonly content: T } & HasOrigin)
  | ({ readonly kind: 'unknown'; readonly content?: undefined; readonly yaml: YamlNode } & HasOrigin);

/** A list of maps with a single key, which is the kind of the item: variables, statements, menu choices. */
export function listOfKinds<T>(
  expects: string,
  formOf: (kind: string) => Form<T> | undefined,
): Form<readonly KindItem<T>[]> {
  const readItem = (yaml: YamlNode, reader: Reader): KindItem<T> => {
    const only = yaml.kind === 'mapping' && yaml.entries.length === 1 ? yaml.entries[0] : undefined;
    const form = only && formOf(keyName(only.key));
    const content = only && form ? form.read(only.value, reader) : wrongForm(yaml, expects, reader);
    if (!only || content === undefined) return Object.freeze({ kind: 'unknown', yaml, [ORIGIN]: { yaml } });
    return Object.freeze({ kind: keyName(only.key), content, [ORIGIN]: { yaml: only.key } });
  };
  return {
    expects: `a list of ${expects}`,
    read: (yaml, reader) =>
      yaml.kind === 'sequence'
        ? Object.freeze(yaml.items.map((item) => readItem(item, reader)))
        : wrongForm(yaml, `a list of ${expects}`, reader),
    write: (items, writer) =>
      sequence(
        items.map((item) => {
          if ('yaml' in item) return item.yaml;
          const form = formOf(item.kind);
          return mapping([[item.kind, form ? form.write(item.content, writer) : scalar(null)]]);
        }),
      ),
    walk: (items, visit, path) =>
      items.forEach((item, i) => {
        if (item.content !== undefined) formOf(item.kind)?.walk(item.content, visit, `${path}[${i}]`);
      }),
  };
}

/** A typed list: every item is a map with a single key, which is its kind. */
export function listOf<K extends string, T>(key: K, item: Form<T>): Form<readonly T[]> {
  const expects = `a list of ${key}: …`;
  return {
    expects,
    read: (yaml, reader) => {
      if (yaml.kind !== 'sequence') return wrongForm(yaml, expects, reader);
      const read: T[] = [];
      for (const entry of yaml.items) {
        const only = entry.kind === 'mapping' && entry.entries.length === 1 ? entry.entries[0] : undefined;
        if (!only || keyName(only.key) !== key) return wrongForm(entry, `${key}: …`, reader);
        const node = item.read(only.value, reader);
        if (node === undefined) return undefined;
        read.push(node);
      }
      return Object.freeze(read);
    },
    write: (items, writer) => sequence(items.map((node) => mapping([[key, item.write(node, writer)]]))),
    walk: (items, visit, path) => items.forEach((node, i) => item.walk(node, visit, `${path}[${i}]`)),
  };
}

/** A list of items without keys. */
export function plainListOf<T>(item: Form<T>): Form<readonly T[]> {
  const expects = `a list of ${item.expects}`;
  return {
    expects,
    read: (yaml, reader) => {
      if (yaml.kind !== 'sequence') return wrongForm(yaml, expects, reader);
      const read: T[] = [];
      for (const entry of yaml.items) {
        const node = item.read(entry, reader);
        if (node === undefined) return undefined;
        read.push(node);
      }
      return Object.freeze(read);
    },
    write: (items, writer) => sequence(items.map((node) => item.write(node, writer))),
    walk: (items, visit, path) => items.forEach((node, i) => item.walk(node, visit, `${path}[${i}]`)),
  };
}
