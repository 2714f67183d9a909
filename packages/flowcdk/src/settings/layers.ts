import type { SourceLine } from '../ground/source-line';
import {
  entry,
  keyName,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../architect/yaml/node';
import type { LineIndex } from '../architect/yaml/position';
import type { Path, SettingPlace } from './problem';

/** A settings file that could be read as YAML. */
export interface SettingsFile {
  readonly file: string;
  readonly lines: LineIndex;
  readonly root: YamlMapping;
}

/**
 * `settings.yaml` with an overlay laid over it: maps are merged, everything else replaces, null removes.
 *
 * Values keep their place in their file. A merged map is a new node with the place of the map in the base. The class
 * remembers which nodes come from the overlay; everything inside them comes from it too.
 */
export class LayeredSettings {
  readonly root: YamlMapping;
  /** Places where the overlay removes a setting that does not exist. */
  readonly needlessRemovals: Path[] = [];
  private readonly fromOverlay = new Set<YamlNode>();
  private readonly removals = new Map<string, YamlScalar>();

  constructor(
    private readonly base: SettingsFile,
    private readonly overlay?: SettingsFile,
  ) {
    this.root = overlay === undefined ? base.root : this.merge(base.root, overlay.root, []);
  }

  /** The value at the path, if there is one. */
  node(path: Path): YamlNode | undefined {
    return this.walk(path).place?.node;
  }

  /**
   * The place of the setting at the path: of its key for a block, else of its value. A missing setting has the place
   * where the overlay removed it, or else the place of the block around it.
   */
  place(path: Path, onKey = false): SettingPlace {
    const { place, last, label } = this.walk(path);
    if (place === undefined) {
      const removal = this.overlay && this.removals.get(JSON.stringify(path));
      if (this.overlay && removal) return { path: label, at: lineOf(this.overlay, removal) };
    }
    const { file, node, key } = place ?? last;
    const isScalar = node.kind === 'scalar';
    return { path: label, at: lineOf(file, key && (onKey || !isScalar) ? key : node) };
  }

  private merge(below: YamlMapping, above: YamlMapping, path: Path): YamlMapping {
    const entries = new Map(below.entries.map((entry) => [keyName(entry.key), entry]));
    for (const { key, value } of above.entries) {
      const name = keyName(key);
      const merged = this.mergeEntry(entries.get(name), { key, value }, [...path, name]);
      if (merged === undefined) entries.delete(name);
      else entries.set(name, merged);
    }
    return { ...below, entries: [...entries.values()] };
  }

  private mergeEntry(below: YamlEntry | undefined, above: YamlEntry, path: Path): YamlEntry | undefined {
    const { key, value } = above;
    if (value.kind === 'scalar' && value.value === null) {
      this.removals.set(JSON.stringify(path), key);
      if (below === undefined) this.needlessRemovals.push(path);
      return undefined;
    }
    if (value.kind === 'mapping' && below?.value.kind === 'mapping') {
      return { key: below.key, value: this.merge(below.value, value, path) };
    }
    const added = value.kind === 'mapping' ? this.merge({ ...value, entries: [] }, value, path) : value;
    this.fromOverlay.add(added);
    return { key, value: added };
  }

  private walk(path: Path): { readonly place?: LayeredValue; readonly last: LayeredValue; readonly label: string } {
    let last: LayeredValue = { file: this.base, node: this.root };
    let label = '';
    for (const [index, step] of path.entries()) {
      label += stepLabel(last.node, step, label === '');
      const next = childOf(last.node, step);
      if (next === undefined) {
        for (const further of path.slice(index + 1)) label += `.${further}`;
        return { last, label };
      }
      const file = this.overlay && this.fromOverlay.has(next.node) ? this.overlay : last.file;
      last = { ...next, file };
    }
    return { place: last, last, label };
  }
}

interface LayeredValue {
  readonly file: SettingsFile;
  readonly node: YamlNode;
  readonly key?: YamlScalar;
}

function childOf(node: YamlNode, step: string | number): Omit<LayeredValue, 'file'> | undefined {
  if (node.kind === 'mapping') {
    const child = entry(node, String(step));
    return child && { node: child.value, key: child.key };
  }
  const item = node.kind === 'sequence' ? node.items[Number(step)] : undefined;
  return item && { node: item };
}

/** `.timeout`; an item of a list by its name, `[fr-fr]`, or else by its number counted from one, `[#2]`. */
function stepLabel(parent: YamlNode, step: string | number, isFirst: boolean): string {
  if (parent.kind !== 'sequence') return `${isFirst ? '' : '.'}${printable(String(step))}`;
  const item = parent.items[Number(step)];
  const names = item?.kind === 'mapping' ? ['name', 'key', 'language'].map((name) => entry(item, name)?.value) : [];
  const name = names.find((value) => value?.kind === 'scalar' && typeof value.value === 'string');
  return name?.kind === 'scalar' ? `[${printable(String(name.value))}]` : `[#${Number(step) + 1}]`;
}

function printable(name: string): string {
  const plain = name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}

function lineOf({ file, lines }: SettingsFile, { offset }: YamlNode): SourceLine {
  return { file, ...lines.positionAt(offset) };
}
