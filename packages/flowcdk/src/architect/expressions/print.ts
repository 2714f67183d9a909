/** Turns a tree into text, with the fewest parentheses that read back to the same tree and with fixed spacing. */
import { decimalText } from './decimal';
import { MAX_TEXT_LENGTH } from './limits';
import { isWord, quote, quoteTightly } from './tokens';
import { BRANCH_LEVEL, leftOf, level, type PrefixNode, type Tree } from './tree';

/**
 * Writes a tree in canonical form.
 *
 * @example print(parse('( 1+2 )*Length( Flow.a )')) // (1 + 2) * Length(Flow.a)
 */
export function print(tree: Tree): string {
  const text = new Printer(' ').text(tree);
  // A text near the limit may have had no blanks. With blanks it could be too long to be read again.
  return text.length > MAX_TEXT_LENGTH ? new Printer('').text(tree) : text;
}

class Printer {
  private readonly out: string[] = [];

  constructor(private readonly blank: ' ' | '') {}

  text(tree: Tree): string {
    this.write(tree, level.conditional);
    return this.out.join('');
  }

  private write(tree: Tree, needed: number): void {
    // A loop follows the left edge, because a chain of operators can be thousands of nodes deep there.
    const edge: { readonly node: Tree; readonly parentheses: boolean }[] = [];
    let least = needed;
    for (let node: Tree | undefined = tree; node !== undefined; node = leftOf(node)) {
      const parentheses = levelOf(node) < least;
      if (parentheses) this.out.push('(');
      edge.push({ node, parentheses });
      least = leftLevel(node);
    }
    for (const { node, parentheses } of edge.reverse()) {
      this.writeAfterLeft(node);
      if (parentheses) this.out.push(')');
    }
  }

  /** Writes the part of a node after its left operand; the whole node where it has none. */
  private writeAfterLeft(node: Tree): void {
    const { out, blank } = this;
    switch (node.kind) {
      case 'string':
        out.push(blank === '' ? quoteTightly(node.value) : quote(node.value));
        return;
      case 'integer':
      case 'boolean':
        out.push(String(node.value));
        return;
      case 'decimal':
        out.push(decimalText(node.value));
        return;
      case 'outOfRange':
        out.push(node.text);
        return;
      case 'notSet':
        out.push('NOT_SET');
        return;
      case 'variable':
        out.push(node.scope, '.', fieldName(node.name));
        return;
      case 'call':
        out.push(node.function, '(');
        node.arguments.forEach((argument, index) => {
          if (index > 0) out.push(',', blank);
          this.write(argument, level.conditional);
        });
        out.push(')');
        return;
      case 'prefix':
        out.push(node.operator);
        this.write(node.operand, operandLevel(node));
        return;
      case 'property':
        out.push('.', fieldName(node.name));
        return;
      case 'index':
        out.push('[');
        this.write(node.index, level.conditional);
        out.push(']');
        return;
      case 'binary': {
        const around = node.operator === 'and' || node.operator === 'or' ? ' ' : blank;
        out.push(around, node.operator, around);
        this.write(node.right, node.operator === '^' ? level['^'] : level[node.operator] + 1);
        return;
      }
      case 'conditional':
        out.push(blank, '?', blank);
        this.write(node.yes, BRANCH_LEVEL);
        out.push(blank, ':', blank);
        this.write(node.no, BRANCH_LEVEL);
    }
  }
}

function levelOf(node: Tree): number {
  switch (node.kind) {
    case 'binary':
      return level[node.operator];
    case 'conditional':
      return level.conditional;
    case 'prefix':
      return level.prefix;
    default:
      return level.primary;
  }
}

/**
 * The level of the operand. A minus directly before digits would become part of the number, so there the parentheses
 * stay.
 */
function operandLevel({ operator, operand }: PrefixNode): number {
  if (operator !== '-') return level.prefix;
  return operand.kind === 'integer' || operand.kind === 'decimal' || operand.kind === 'outOfRange'
    ? level.primary + 1
    : level.primary;
}

function leftLevel(node: Tree): number {
  if (node.kind === 'binary') return node.operator === '^' ? level.prefix : level[node.operator];
  return node.kind === 'conditional' ? level.conditional : level.primary;
}

function fieldName(name: string): string {
  return isWord(name) ? name : quote(name);
}
