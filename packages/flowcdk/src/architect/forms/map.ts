import { keyName, mapping } from '../yaml/node';
import { type Form, wrongForm } from './form';

/** A map with free keys: inputs, outputs, columns. */
export function mapOf<T>(item: Form<T>): Form<ReadonlyMap<string, T>> {
  const expects = `a map of names to ${item.expects}`;
  return {
    expects,
    read: (yaml, reader) => {
      if (yaml.kind !== 'mapping') return wrongForm(yaml, expects, reader);
      const read = new Map<string, T>();
      for (const { key, value: inner } of yaml.entries) {
        const node = item.read(inner, reader);
        if (node === undefined) return undefined;
        read.set(keyName(key), node);
      }
      return read;
    },
    write: (map, writer) => mapping([...map].map(([name, node]) => [name, item.write(node, writer)] as const)),
    walk: (map, visit, path) => map.forEach((node, name) => item.walk(node, visit, `${path}.${name}`)),
  };
}
