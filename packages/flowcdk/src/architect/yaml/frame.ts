import type { MappingEvent, SequenceEvent } from 'js-yaml';
import { keyName, type YamlEntry, type YamlNode, type YamlScalar } from './node';

/** Up to this number of entries, a search through them is faster than a set of their names. */
const FEW_ENTRIES = 8;

/** A list or mapping that has not ended yet. */
export class Frame {
  readonly items: YamlNode[] = [];
  readonly entries: YamlEntry[] = [];
  /** A key that waits for its value. */
  key: YamlScalar | undefined;
  /** True while the value of a dropped key is read. */
  skipsValue = false;
  private names: Set<string> | undefined;

  constructor(readonly event: SequenceEvent | MappingEvent) {}

  add(key: YamlScalar, value: YamlNode): void {
    this.entries.push({ key, value });
    this.names?.add(keyName(key));
  }

  /** The key with a name, if the mapping has it already. */
  keyNamed(name: string): YamlScalar | undefined {
    if (this.entries.length > FEW_ENTRIES) {
      this.names ??= new Set(this.entries.map(({ key }) => keyName(key)));
      if (!this.names.has(name)) return undefined;
    }
    return this.entries.find(({ key }) => keyName(key) === name)?.key;
  }
}
