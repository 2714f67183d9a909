import { findComments, type YamlComment } from './comments';
import { type YamlNode } from './node';
import { type NodeComments, type YamlComments } from './print';
import { LineIndex } from './position';

/**
 * Gives every comment of a text to the node it speaks of, so that `printYaml` can write it again: a comment on its own
 * line to the key or list item that follows, a comment behind something to what it stands behind.
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

class Attachment {
  private readonly lines: LineIndex;
  private readonly of = new Map<YamlNode, { before: string[]; trailing?: string }>();
  private next = 0;
  /** The last key or value passed, and the line it ends on: where a comment behind it would stand. */
  private last: { readonly node: YamlNode; readonly line: number } | undefined;

  constructor(
    source: string,
    private readonly comments: readonly YamlComment[],
  ) {
    this.lines = new LineIndex(source);
  }

  to(root: YamlNode): YamlComments {
    this.visit(root, root);
    const atEnd = this.upTo(Infinity);
    return { of: this.of as ReadonlyMap<YamlNode, NodeComments>, atEnd };
  }

  /** `owner` is where comments before the node go: an entry's belong to its key, wherever in the entry they stand. */
  private visit(node: YamlNode, owner: YamlNode): void {
    this.give(owner, this.upTo(node.offset));
    if (node.kind === 'sequence') {
      for (const item of node.items) this.visit(item, item);
    } else if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        this.visit(key, key);
        this.visit(value, isLeaf(value) ? key : value);
      }
    }
    if (isLeaf(node)) this.pass(node);
  }

  private pass(node: YamlNode): void {
    // Only the head of a block scalar and an empty list or mapping have room for a comment before they end.
    for (const text of this.upTo(node.end)) this.trail(node, text);
    this.last = { node, line: this.lines.positionAt(Math.max(node.end - 1, node.offset)).line };
  }

  /** Comments before the offset that stand on lines of their own; the others go to what they stand behind. */
  private upTo(offset: number): string[] {
    const own: string[] = [];
    for (let comment = this.comments[this.next]; comment !== undefined; comment = this.comments[this.next]) {
      if (comment.offset >= offset) break;
      this.next++;
      const behind = !comment.ownLine && this.last !== undefined;
      if (behind && this.last?.line === this.lines.positionAt(comment.offset).line) {
        this.trail(this.last.node, comment.text);
      } else own.push(comment.text);
    }
    return own;
  }

  private give(node: YamlNode, texts: readonly string[]): void {
    if (texts.length > 0) this.entry(node).before.push(...texts);
  }

  private trail(node: YamlNode, text: string): void {
    const entry = this.entry(node);
    entry.trailing = entry.trailing === undefined ? text : `${entry.trailing} ${text}`;
  }

  private entry(node: YamlNode): { before: string[]; trailing?: string } {
    let entry = this.of.get(node);
    if (entry === undefined) this.of.set(node, (entry = { before: [] }));
    return entry;
  }
}

function isLeaf(node: YamlNode): boolean {
  if (node.kind === 'scalar') return true;
  return node.kind === 'mapping' ? node.entries.length === 0 : node.items.length === 0;
}
