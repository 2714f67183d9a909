/**
 * The tree of a YAML text: scalars, sequences and mappings, each with its place in the source.
 *
 * It says what Architect YAML says and nothing of how it was typed: no styles, no anchors. Mappings are lists of
 * entries rather than objects, because order carries meaning for a reader (`1`, `10`, `2` as menu keys) and a key named
 * `__proto__` is only a key.
 */
export type YamlNode = YamlScalar | YamlSequence | YamlMapping;

/** Offsets count UTF-16 units of the source, `end` exclusive; both are -1 for a node that comes from no file. */
export interface YamlPlace {
  readonly offset: number;
  readonly end: number;
}

/** A string, number, boolean or null. */
export interface YamlScalar extends YamlPlace {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /**
   * How the value was written, where that says more than the value does; the printer writes it back.
   *
   * Of a number, boolean or null that we would write otherwise: `1.0`, `0x1F`, `1e3`, `~` or a decimal of forty digits.
   * Whoever needs the exact number reads it here. And of whatever holds a `{{placeholder}}`, because the quotes around
   * it decide what it becomes: `{{x}}`, `'{{x}}'`, `"{{x}}"`. Lines after the first have lost their indentation.
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

/** One `key: value` of a mapping. */
export interface YamlEntry {
  readonly key: YamlScalar;
  readonly value: YamlNode;
}

/** Plain JavaScript data as a YAML text can carry it. */
export type YamlData = string | number | boolean | null | YamlData[] | { [key: string]: YamlData };

/** A scalar that comes from no file. */
export function scalar(value: YamlScalar['value']): YamlScalar {
  return { kind: 'scalar', value, offset: -1, end: -1 };
}

/** A sequence that comes from no file. */
export function sequence(items: readonly YamlNode[]): YamlSequence {
  return { kind: 'sequence', items, offset: -1, end: -1 };
}

/**
 * A mapping that comes from no file.
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

/** The entry of that name, if the mapping has one. A key typed `1` answers to the name `'1'`, as in `toData`. */
export function entry(mapping: YamlMapping, key: string): YamlEntry | undefined {
  return mapping.entries.find((candidate) => keyName(candidate.key) === key);
}

/** The name a key has in JavaScript data: `1:` is `'1'`, `true:` is `'true'`. */
export function keyName(key: YamlScalar): string {
  return String(key.value);
}

/** Plain data equal to what a YAML 1.2 loader gives for the same text. */
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

/** Plain assignment to `__proto__` would change what the object is instead of giving it a property. */
function setOwn(data: { [key: string]: YamlData }, name: string, value: YamlData): void {
  if (name === '__proto__') {
    Object.defineProperty(data, name, { value, enumerable: true, configurable: true, writable: true });
  } else {
    data[name] = value;
  }
}
