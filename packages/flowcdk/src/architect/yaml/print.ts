import { type YamlEntry, type YamlMapping, type YamlNode, type YamlScalar, type YamlSequence } from './node';
import { indented, scalarText, valueText } from './scalar-text';

/** The comments of a key or a list item, each with its `#`. An empty string in `before` is an empty line. */
export interface NodeComments {
  readonly before: readonly string[];
  readonly trailing?: string;
  /** The comments at the end of a list or mapping. */
  readonly atEnd?: readonly string[];
}

/**
 * The comments of a tree. Comments of an entry belong to its key or its scalar value, comments of a list item to the
 * item.
 */
export interface YamlComments {
  readonly of: ReadonlyMap<YamlNode, NodeComments>;
  /** Comments after the last node. */
  readonly atEnd: readonly string[];
}

export interface PrintOptions {
  readonly comments?: YamlComments;
}

/**
 * A YAML text in the layout of Architect's exporter: blocks indented by two spaces, lists indented under their key,
 * double quotes where needed, no folded lines, LF, a final newline. The same tree always gives the same text.
 *
 * ```yaml
 * variables:
 *   - stringVariable:
 *       name: Flow.customerId
 * ```
 */
export function printYaml(node: YamlNode, options: PrintOptions = {}): string {
  return new Printer(options.comments ?? NO_COMMENTS).document(node);
}

const NO_COMMENTS: YamlComments = { of: new Map(), atEnd: [] };

/**
 * Every block begins at the cursor and ends with a newline. The code that opens a block indents its first line, so that
 * `- key: value` needs no special case.
 */
class Printer {
  private out = '';

  constructor(private readonly comments: YamlComments) {}

  document(node: YamlNode): string {
    this.before(node, '');
    if (isBlock(node)) this.block(node, '');
    else this.out += `${withTrailing(inline(node) || 'null', '', this.trailing(node))}\n`;
    for (const line of this.comments.atEnd) this.commentLine(line, '');
    return this.out;
  }

  private block(node: YamlMapping | YamlSequence, indent: string): void {
    if (node.kind === 'mapping') this.mapping(node, indent);
    else this.sequence(node, indent);
    for (const line of this.comments.of.get(node)?.atEnd ?? []) this.commentLine(line, indent);
  }

  private mapping({ entries }: YamlMapping, indent: string): void {
    entries.forEach((entry, index) => {
      if (index > 0) {
        this.before(entry.key, indent);
        this.out += indent;
      }
      this.entry(entry, indent);
    });
  }

  private entry({ key, value }: YamlEntry, indent: string): void {
    this.out += `${keyText(key)}:`;
    if (isBlock(value)) {
      this.out += `${this.trailing(key)}\n`;
      const inner = `${indent}  `;
      this.before(value, inner);
      this.out += inner;
      this.block(value, inner);
    } else {
      const text = inline(value);
      const trailing = `${this.trailing(key)}${this.trailing(value)}`;
      this.out += `${text && ' '}${withTrailing(text, indent, trailing)}\n`;
    }
  }

  private sequence({ items }: YamlSequence, indent: string): void {
    items.forEach((item, index) => {
      if (index > 0) {
        this.before(item, indent);
        this.out += indent;
      }
      if (isBlock(item)) {
        this.out += '- ';
        this.block(item, `${indent}  `);
      } else {
        const text = inline(item);
        this.out += `-${text && ' '}${withTrailing(text, indent, this.trailing(item))}\n`;
      }
    });
  }

  /** Writes comments of a block's first child before the first line of the block, at any depth of the child. */
  private before(node: YamlNode, indent: string): void {
    if (this.comments.of.size === 0) return;
    for (let next: YamlNode | undefined = node; next !== undefined; next = firstChild(next)) {
      for (const line of this.comments.of.get(next)?.before ?? []) this.commentLine(line, indent);
    }
  }

  private commentLine(line: string, indent: string): void {
    this.out += line === '' ? '\n' : `${indent}${line}\n`;
  }

  private trailing(node: YamlNode): string {
    const comment = this.comments.of.get(node)?.trailing;
    return comment === undefined ? '' : ` ${comment}`;
  }
}

function isBlock(node: YamlNode): node is YamlMapping | YamlSequence {
  if (node.kind === 'mapping') return node.entries.length > 0;
  return node.kind === 'sequence' && node.items.length > 0;
}

function inline(node: YamlNode): string {
  if (node.kind === 'scalar') return scalarText(node);
  return node.kind === 'mapping' ? '{}' : '[]';
}

/**
 * A value behind a key or dash, with its comment. Only a value with a placeholder may have several lines, see
 * `YamlScalar.text`.
 */
function withTrailing(text: string, indent: string, trailing: string): string {
  const end = text.indexOf('\n');
  if (end === -1) return text + trailing;
  const laidOut = indented(text, `${indent}  `);
  // A comment fits behind a bar. In other scalars of several lines it would become text.
  return /^[|>]/.test(text) ? laidOut.slice(0, end) + trailing + laidOut.slice(end) : laidOut + trailing;
}

/**
 * The text of a key. An empty key gets quotes, because a key without text is legal but unreadable. A key of several
 * lines needs a `?` before it.
 */
function keyText(key: YamlScalar): string {
  const text = scalarText(key) || 'null';
  return text.includes('\n') ? valueText(key.value) : text;
}

function firstChild(node: YamlNode): YamlNode | undefined {
  if (node.kind === 'mapping') return node.entries[0]?.key;
  return node.kind === 'sequence' ? node.items[0] : undefined;
}
