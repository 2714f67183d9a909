import type { MappingEvent, SequenceEvent } from 'js-yaml';
import { keyName, type YamlEntry, type YamlNode, type YamlScalar } from './node';

/** Up to so many entries, looking through them is faster than keeping a set of their names. */
const FEW_ENTRIES = 8;

/** A list or mapping whose end has not been read yet. */
export class Frame {
  readonly items: YamlNode[] = [];
  readonly entries: YamlEntry[] = [];
  /** A key that waits for its value. */
  key: YamlScalar | undefined;
  /** Set while the value of a key that cannot be kept passes by. */
  skipsValue = false;
  private names: Set<string> | undefined;

  constructor(readonly event: SequenceEvent | MappingEvent) {}

  add(key: YamlScalar, value: YamlNode): void {
    this.entries.push({ key, value });
    this.names?.add(keyName(key));
  }

  /** The key of that name, if there is one already. */
  keyNamed(name: string): YamlScalar | undefined {
    if (this.entries.length > FEW_ENTRIES) {
      this.names ??= new Set(this.entries.map(({ key }) => keyName(key)));
      if (!this.names.has(name)) return undefined;
    }
    return this.entries.find(({ key }) => keyName(key) === name)?.key;
  }
}
