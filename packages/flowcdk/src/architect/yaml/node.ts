/**
 * The tree of a YAML text: scalars, sequences and mappings, each with its place in the source.
 *
 * It has the content of the text but not its notation: no styles, no anchors. Mappings are lists of entries and not
 * objects, because their order means something to a reader (`1`, `10`, `2` as menu keys) and a key named `__proto__` is
 * only a key.
 */
export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

/** Offsets count UTF-16 units of the source; `end` is exclusive. Both are -1 for a node without a file. */
export interface YamlPlace {
  readonly offset: number;
  readonly end: number;
}

/** A string, number, boolean or null. */
export interface YamlScalar extends YamlPlace {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /**
   * The notation of the value, where it says more than the value. The printer writes it back.
   *
   * A number, boolean or null has it where the printer would write it differently: `1.0`, `0x1F`, `1e3`, `~` or a
   * decimal of forty digits. Code that needs the exact number reads it here. Every scalar with a `{{placeholder}}` has
   * it as well, because the quotes decide what the placeholder becomes: `{{x}}`, `'{{x}}'`, `"{{x}}"`. Lines after the
   * first have no indentation here.
   */
  readonly text?: string;
}

/** A list. */
export interface YamlSequence extends YamlPlace {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
}

/** Named values, in the order of the text. */
export interface YamlMapping extends YamlPlace {
  readonly kind: 'mapping';
  readonly entries: readonly YamlEntry[];
}

/** An entry `key: value` of a mapping. */
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** Plain JavaScript data that a YAML text can express. */
export type YamlData = string | number | boolean | null | YamlData[] | { [key: string]: YamlData };

/** A scalar without a file. */
export function scalar(value: YamlScalar['value']): YamlScalar {
  return { kind: 'scalar', value, offset: -1, end: -1 };
}

/** A sequence without a file. */
export function sequence(items: readonly YamlNode[]): YamlSequence {
  return { kind: 'sequence', items, offset: -1, end: -1 };
}

/**
 * A mapping without a file.
 *
 * ```ts
 * mapping([['lit', mapping([['seconds', scalar(5)]])]]);
 * ```
 * ```yaml
 * lit:
 *   seconds: 5
 * ```
 */
export function mapping(entries: readonly (YamlEntry | readonly [key: string, value: YamlNode])[]): YamlMapping {
  return { kind: 'mapping', entries: entries.map(toEntry), offset: -1, end: -1 };
}

function toEntry(entry: YamlEntry | readonly [key: string, value: YamlNode]): YamlEntry {
  return 'key' in entry ? entry : { key: scalar(entry[0]), value: entry[1] };
}

/** The entry with a name, if the mapping has it. The key `1` has the name `'1'`, as in `toData`. */
export function entry(mapping: YamlMapping, key: string): YamlEntry | undefined {
  return mapping.entries.find((candidate) => keyName(candidate.key) === key);
}

/** The name of a key in JavaScript data: `1:` is `'1'`, `true:` is `'true'`. */
export function keyName(key: YamlScalar): string {
  return String(key.value);
}

/** Plain data, equal to the result of a YAML 1.2 loader for the same text. */
export function toData(node: YamlNode): YamlData {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'sequence':
      return node.items.map(toData);
    case 'mapping': {
      const data: { [key: string]: YamlData } = {};
      for (const { key, value } of node.entries) setOwn(data, keyName(key), toData(value));
      return data;
    }
  }
}

/** The tree of plain data. The keys keep their order. */
export function fromData(data: ReadonlyData): YamlNode {
  if (typeof data !== 'object' || data === null) return scalar(data);
  if (isList(data)) return sequence(data.map(fromData));
  return mapping(Object.entries(data).map(([key, value]) => [key, fromData(value)] as const));
}

/** `YamlData` that nobody changes. */
export type ReadonlyData =
  string | number | boolean | null | readonly ReadonlyData[] | { readonly [key: string]: ReadonlyData };

const isList = (
  data: readonly ReadonlyData[] | { readonly [key: string]: ReadonlyData },
): data is readonly ReadonlyData[] => Array.isArray(data);

/** Adds a property. A plain assignment to `__proto__` would change the prototype and add no property. */
function setOwn(data: { [key: string]: YamlData }, name: string, value: YamlData): void {
  if (name === '__proto__') {
    Object.defineProperty(data, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    data[name] = value;
  }
}
