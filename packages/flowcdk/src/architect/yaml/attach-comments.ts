import { findComments, type YamlComment } from './comments';
import { type YamlNode } from './node';
import { type NodeComments, type YamlComments } from './print';
import { LineIndex } from './position';

/**
 * Attaches every comment of a text to a node, so that `printYaml` can write it again. A comment on its own line belongs
 * to the key or list item that follows. A comment at the end of a line belongs to the key or value before it. A comment
 * after a block, with the indentation of the block, belongs to the block.
 *
 * ```ts
 * const { root } = parseYaml(text);
 * if (root) printYaml(root, { comments: attachComments(root, text) });
 * ```
 */
export function attachComments(root: YamlNode, source: string): YamlComments {
  const comments = findComments(source);
  return comments.length === 0 ? { of: new Map(), atEnd: [] } : new Attachment(source, comments).to(root);
}

interface Placement {
  before: string[];
  trailing?: string;
  atEnd?: string[];
}

/** A node, and the node that owns the comments before it. Comments of an entry always belong to its key. */
interface Visited {
  readonly node: YamlNode;
  readonly owner: YamlNode;
}

class Attachment {
  private readonly lines: LineIndex;
  private readonly of = new Map<YamlNode, Placement>();
  private next = 0;
  /** The last key or value, with the line of its end, on which a comment behind it would stand. */
  private last: (Visited & { readonly line: number }) | undefined;

  constructor(
    private readonly source: string,
    private readonly comments: readonly YamlComment[],
  ) {
    this.lines = new LineIndex(source);
  }

  to(root: YamlNode): YamlComments {
    this.visit({ node: root, owner: root }, { column: 0, until: Infinity });
    const atEnd = this.upTo(Infinity);
    return { of: this.of as ReadonlyMap<YamlNode, NodeComments>, atEnd };
  }

  /** `column` is the indentation of the block around the node, `until` is the start of the text after the node. */
  private visit({ node, owner }: Visited, around: { readonly column: number; readonly until: number }): void {
    this.give(owner, this.upTo(node.offset));
    if (isLeaf(node)) {
      this.pass({ node, owner });
      return;
    }
    const { column } = this.lines.positionAt(node.offset);
    if (node.kind === 'sequence') {
      node.items.forEach((item, i) => {
        const until = node.items[i + 1]?.offset ?? around.until;
        this.visit({ node: item, owner: item }, { column, until });
      });
    } else if (node.kind === 'mapping') {
      node.entries.forEach(({ key, value }, i) => {
        const until = node.entries[i + 1]?.key.offset ?? around.until;
        this.visit({ node: key, owner: key }, { column, until: value.offset });
        this.visit({ node: value, owner: isLeaf(value) ? key : value }, { column, until });
      });
    }
    this.close(node, column, around);
  }

  /**
   * Collects comments after the last child: in brackets those before the closing bracket, in a block those with the
   * indentation of the block.
   */
  private close(node: YamlNode, column: number, around: { readonly column: number; readonly until: number }): void {
    const bracketed = '[{'.includes(this.source.charAt(node.offset));
    const inside = bracketed
      ? this.upTo(node.end)
      : this.upTo(around.until, (comment) => {
          const at = this.lines.positionAt(comment.offset).column;
          return at >= column && at > around.column;
        });
    if (inside.length === 0) return;
    const placement = this.placementOf(node);
    placement.atEnd = [...(placement.atEnd ?? []), ...inside];
  }

  private pass(visited: Visited): void {
    const { node } = visited;
    // Only the head of a block scalar and an empty list or mapping have room for a comment before their end.
    for (const text of this.upTo(node.end)) this.trail(visited, text);
    this.last = { ...visited, line: this.lines.positionAt(Math.max(node.end - 1, node.offset)).line };
  }

  /**
   * The comments before the offset on lines of their own, as long as they belong here. A comment at the end of a line
   * goes to the node before it.
   */
  private upTo(offset: number, belongs: (comment: YamlComment) => boolean = () => true): string[] {
    const own: string[] = [];
    for (let comment = this.comments[this.next]; comment !== undefined; comment = this.comments[this.next]) {
      if (comment.offset >= offset) break;
      const behind =
        !comment.ownLine && this.last?.line === this.lines.positionAt(comment.offset).line ? this.last : undefined;
      if (behind !== undefined) this.trail(behind, comment.text);
      else if (belongs(comment)) own.push(comment.text);
      else break;
      this.next++;
    }
    return own;
  }

  private give(node: YamlNode, texts: readonly string[]): void {
    if (texts.length > 0) this.placementOf(node).before.push(...texts);
  }

  /** Attaches a comment behind a value. There is room for only one, so an earlier comment moves before the value. */
  private trail({ node, owner }: Visited, text: string): void {
    for (const taken of [this.of.get(owner), this.of.get(node)]) {
      if (taken?.trailing === undefined) continue;
      this.give(owner, [taken.trailing]);
      delete taken.trailing;
    }
    this.placementOf(node).trailing = text;
  }

  private placementOf(node: YamlNode): Placement {
    let placement = this.of.get(node);
    if (placement === undefined) this.of.set(node, (placement = { before: [] }));
    return placement;
  }
}

function isLeaf(node: YamlNode): boolean {
  if (node.kind === 'scalar') return true;
  return node.kind === 'mapping' ? node.entries.length === 0 : node.items.length === 0;
}
