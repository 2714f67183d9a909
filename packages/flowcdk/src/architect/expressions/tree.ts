/**
 * The tree of an expression: small immutable nodes, each with its place in the text. Parentheses have no node; the
 * printer adds those that are needed.
 */
import { type Decimal } from './decimal';
import { type Span } from './expression-error';

export type BinaryOperator =
  'or' | 'and' | '|' | '&' | '==' | '!=' | '>=' | '<=' | '>' | '<' | '+' | '-' | '*' | '/' | '%' | '^';
export type PrefixOperator = '!' | '~' | '-';

export interface StringLiteral extends Span {
  readonly kind: 'string';
  readonly value: string;
}

export interface IntegerLiteral extends Span {
  readonly kind: 'integer';
  readonly value: number;
}

export interface DecimalLiteral extends Span {
  readonly kind: 'decimal';
  readonly value: Decimal;
}

/**
 * A number that the language can write but not hold. Its text is no syntax error; the type step refuses it (the vendor
 * accepts the syntax of long integers; the same is believed of decimals).
 */
export interface OutOfRangeLiteral extends Span {
  readonly kind: 'outOfRange';
  /** `the integer 1000000000000000 is larger than 999999999999999` */
  readonly problem: string;
  /** As it is written, with its sign. */
  readonly text: string;
}

export interface BooleanLiteral extends Span {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NotSetLiteral extends Span {
  readonly kind: 'notSet';
}

/** `Flow.name`: a scope and the first field. Further fields are properties. */
export interface VariableNode extends Span {
  readonly kind: 'variable';
  readonly scope: string;
  readonly name: string;
}

export interface CallNode extends Span {
  readonly kind: 'call';
  readonly function: string;
  readonly arguments: readonly Tree[];
}

export interface PropertyNode extends Span {
  readonly kind: 'property';
  readonly of: Tree;
  readonly name: string;
}

export interface IndexNode extends Span {
  readonly kind: 'index';
  readonly of: Tree;
  readonly index: Tree;
}

export interface PrefixNode extends Span {
  readonly kind: 'prefix';
  readonly operator: PrefixOperator;
  readonly operand: Tree;
}

export interface BinaryNode extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Tree;
  readonly right: Tree;
}

export interface ConditionalNode extends Span {
  readonly kind: 'conditional';
  readonly condition: Tree;
  readonly yes: Tree;
  readonly no: Tree;
}

export type Literal =
  StringLiteral | IntegerLiteral | DecimalLiteral | OutOfRangeLiteral | BooleanLiteral | NotSetLiteral;
export type Tree =
  Literal | VariableNode | CallNode | PropertyNode | IndexNode | PrefixNode | BinaryNode | ConditionalNode;

/**
 * How tightly operators bind, the loosest first. The levels follow the language's grammar: `&` binds looser than `==`,
 * and a unary minus binds tighter than `^`.
 */
export const level = {
  conditional: 1,
  or: 2,
  and: 3,
  '|': 4,
  '&': 5,
  '==': 6,
  '!=': 6,
  '>=': 7,
  '<=': 7,
  '>': 7,
  '<': 7,
  '+': 8,
  '-': 8,
  '*': 9,
  '/': 9,
  '%': 9,
  '^': 10,
  prefix: 11,
  primary: 12,
} as const satisfies Record<BinaryOperator | 'conditional' | 'prefix' | 'primary', number>;

/** Both branches of `c ? a : b` are read at the level of `and`. */
export const BRANCH_LEVEL = level.and;

/** A variable's full name, as flows declare it: `Flow.callerNumber`. */
export function variableName(node: VariableNode): string {
  return `${node.scope}.${node.name}`;
}

/**
 * The operand at the left end of a node, where it begins with an operand. Operators of the same level group to the
 * left, so a long chain is deep only along this edge. All code that walks trees follows this edge with a loop and uses
 * recursion elsewhere.
 */
export function leftOf(node: Tree): Tree | undefined {
  switch (node.kind) {
    case 'binary':
      return node.left;
    case 'conditional':
      return node.condition;
    case 'property':
    case 'index':
      return node.of;
    default:
      return undefined;
  }
}
