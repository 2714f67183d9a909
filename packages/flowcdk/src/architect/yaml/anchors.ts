import { MAX_ALIASED_NODES, MAX_DEPTH } from './limits';
import { type YamlNode } from './node';

/** The number of nodes of a part and their depth. Every use of a repeated part counts. */
interface Extent {
  readonly nodes: number;
  readonly height: number;
}

/**
 * The anchors (`&name`) of a text.
 *
 * An alias (`*name`) becomes the anchored node itself, so it costs nothing here. But code that walks the tree visits
 * every repetition, hence the limits.
 */
export class Anchors {
  private readonly known = new Map<string, YamlNode | 'open'>();
  private readonly extents = new Map<YamlNode, Extent>();
  private aliasedNodes = 0;

  /** Opens the anchor of a list or mapping that has not ended yet. */
  open(name: string): void {
    this.known.set(name, 'open');
  }

  set(name: string, node: YamlNode): void {
    this.extents.set(node, this.extent(node));
    this.known.set(name, node);
  }

  /** The node of an alias at a depth, or the reason why it cannot be used. */
  use(name: string, depth: number): { readonly node: YamlNode } | { readonly message: string } {
    const anchored = this.known.get(name);
    if (anchored === undefined) {
      return { message: `"*${name}" repeats a part named "&${name}", and no part before it has that name.` };
    }
    if (anchored === 'open') return { message: `"*${name}" repeats the part it stands in, which would never end.` };
    const { nodes, height } = this.extent(anchored);
    if (depth + height > MAX_DEPTH) {
      return { message: `"*${name}" nests the text deeper than ${MAX_DEPTH} levels.` };
    }
    if (this.aliasedNodes + nodes > MAX_ALIASED_NODES) {
      return { message: `"*${name}" makes the text too large: aliases may repeat ${MAX_ALIASED_NODES} values in all.` };
    }
    this.aliasedNodes += nodes;
    return { node: anchored };
  }

  /** Anchored parts are measured only once, so that the work stays linear. */
  private extent(node: YamlNode): Extent {
    const known = this.extents.get(node);
    if (known !== undefined) return known;
    let nodes = 1;
    let height = 0;
    for (const child of children(node)) {
      const inner = this.extent(child);
      nodes += inner.nodes;
      height = Math.max(height, inner.height);
    }
    return { nodes, height: height + 1 };
  }
}

function children(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'sequence') return node.items;
  return node.kind === 'mapping' ? node.entries.map(({ value }) => value) : [];
}
