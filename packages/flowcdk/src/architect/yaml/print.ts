import { type YamlEntry, type YamlMapping, type YamlNode, type YamlScalar, type YamlSequence } from './node';
import { indented, scalarText, valueText } from './scalar-text';

/** Comments of one key or one list item, each with its `#`. An empty string in `before` is an empty line. */
export interface NodeComments {
  readonly before: readonly string[];
  readonly trailing?: string;
  /** Of a list or mapping: comments after all that is in it. */
  readonly atEnd?: readonly string[];
}

/** Where comments go: those of an entry hang on its key or its scalar value, those of a list item on the item. */
export interface YamlComments {
  readonly of: ReadonlyMap<YamlNode, NodeComments>;
  /** Comments after the last node. */
  readonly atEnd: readonly string[];
}

export interface PrintOptions {
  readonly comments?: YamlComments;
}

/**
 * A YAML text laid out as the Architect exporter does: blocks indented by two spaces, lists indented under their key,
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
 * Every block begins where the cursor stands and ends with a newline. The cursor of a block's first line is already
 * indented by whoever opened it, so that `- key: value` needs no special case.
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

  /** Comments of a block's first child have to come before the block's first line, however deep that child is. */
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

/** What stands behind a key or dash. Only what holds a placeholder may go on below it, see `YamlScalar.text`. */
function withTrailing(text: string, indent: string, trailing: string): string {
  const end = text.indexOf('\n');
  if (end === -1) return text + trailing;
  const laidOut = indented(text, `${indent}  `);
  // Behind a bar there is room for a comment; inside other scalars of many lines it would be text.
  return /^[|>]/.test(text) ? laidOut.slice(0, end) + trailing + laidOut.slice(end) : laidOut + trailing;
}

/** A key without any text would be legal and unreadable, one of more than one line needs a `?` before it. */
function keyText(key: YamlScalar): string {
  const text = scalarText(key) || 'null';
  return text.includes('\n') ? valueText(key.value) : text;
}

function firstChild(node: YamlNode): YamlNode | undefined {
  if (node.kind === 'mapping') return node.entries[0]?.key;
  return node.kind === 'sequence' ? node.items[0] : undefined;
}
