import { keyName, type YamlNode, type YamlScalar } from '../architect/yaml/node';

/** The first place in which two texts differ in more than the order of keys. */
export function difference(left: YamlNode, other: YamlNode, path = ''): string | undefined {
  if (left.kind === 'scalar') return other.kind === 'scalar' && isSameScalar(left, other) ? undefined : path;
  if (left.kind === 'sequence') {
    if (other.kind !== 'sequence' || left.items.length !== other.items.length) return path;
    return firstOf(left.items, (item, i) => differenceIn(item, other.items[i], `${path}[${i}]`));
  }
  if (other.kind !== 'mapping' || left.entries.length !== other.entries.length) return path;
  const others = new Map(other.entries.map((entry) => [keyName(entry.key), entry]));
  return firstOf(left.entries, ({ key, value }) => {
    const name = keyName(key);
    const counterpart = others.get(name);
    const inside = path === '' ? name : `${path}.${name}`;
    return counterpart && isSameScalar(key, counterpart.key) ? difference(value, counterpart.value, inside) : inside;
  });
}

const differenceIn = (left: YamlNode, other: YamlNode | undefined, path: string): string | undefined =>
  other === undefined ? path : difference(left, other, path);

function firstOf<T>(items: readonly T[], find: (item: T, i: number) => string | undefined): string | undefined {
  for (const [i, item] of items.entries()) {
    const counterpart = find(item, i);
    if (counterpart !== undefined) return counterpart;
  }
  return undefined;
}

/** Compares texts: the text of a number says more than its value, and the text of a template what it can become. */
const isSameScalar = (left: YamlScalar, other: YamlScalar): boolean =>
  Object.is(left.value, other.value) && (left.text ?? '') === (other.text ?? '');
