import { keyName, type YamlNode, type YamlScalar } from '../architect/yaml/node';

/** The first place in which two texts differ in more than the order of keys. */
export function difference(one: YamlNode, other: YamlNode, path = ''): string | undefined {
  if (one.kind === 'scalar') return other.kind === 'scalar' && isSameScalar(one, other) ? undefined : path;
  if (one.kind === 'sequence') {
    if (other.kind !== 'sequence' || one.items.length !== other.items.length) return path;
    return firstOf(one.items, (item, i) => differenceIn(item, other.items[i], `${path}[${i}]`));
  }
  if (other.kind !== 'mapping' || one.entries.length !== other.entries.length) return path;
  const others = new Map(other.entries.map((entry) => [keyName(entry.key), entry]));
  return firstOf(one.entries, ({ key, value }) => {
    const name = keyName(key);
    const found = others.get(name);
    const inside = path === '' ? name : `${path}.${name}`;
    return found && isSameScalar(key, found.key) ? difference(value, found.value, inside) : inside;
  });
}

const differenceIn = (one: YamlNode, other: YamlNode | undefined, path: string): string | undefined =>
  other === undefined ? path : difference(one, other, path);

function firstOf<T>(items: readonly T[], find: (item: T, i: number) => string | undefined): string | undefined {
  for (const [i, item] of items.entries()) {
    const found = find(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The text of a number tells more than its value, and that of a template what it can become. */
const isSameScalar = (one: YamlScalar, other: YamlScalar): boolean =>
  Object.is(one.value, other.value) && (one.text ?? '') === (other.text ?? '');
