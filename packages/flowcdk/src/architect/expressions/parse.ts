/**
 * Turns tokens into a tree by climbing the levels of {@link level}. A single loop reads all left-associative levels, so
 * chains of operators do not use the stack. Nesting is counted and limited.
 */
import { Decimal } from './decimal';
import { ExpressionError, type Span } from './expression-error';
import { DECIMAL_DIGITS, MAX_INTEGER, MAX_NESTING, MAX_TEXT_LENGTH } from './limits';
import { isReserved, nextToken, type Token } from './tokens';
import { BRANCH_LEVEL, level, type BinaryOperator, type Literal, type Tree } from './tree';

/** Reads an expression. Throws an {@link ExpressionError} with the place of the error. */
export function parse(text: string): Tree {
  if (text.length > MAX_TEXT_LENGTH) {
    const message = `the expression has ${text.length} characters, at most ${MAX_TEXT_LENGTH} are allowed`;
    throw new ExpressionError('syntax', message, { offset: MAX_TEXT_LENGTH, length: text.length - MAX_TEXT_LENGTH });
  }
  return new Parser(text).whole();
}

interface Binary {
  readonly operator: BinaryOperator;
  readonly level: number;
}

const binaryOperators: ReadonlyMap<string, Binary> = new Map(
  (['or', 'and', '|', '&', '==', '!=', '>=', '<=', '>', '<', '+', '-', '*', '/', '%', '^'] as const).map((operator) => [
    operator,
    { operator, level: level[operator] },
  ]),
);

class Parser {
  private token: Token;
  /** The end of the previous token, which is the end of the last node. */
  private end = 0;
  private nesting = 0;

  constructor(private readonly text: string) {
    this.token = nextToken(text, 0);
  }

  whole(): Tree {
    if (this.isAtEnd()) throw this.error('the expression is empty', this.token);
    const tree = this.expression(level.conditional);
    if (!this.isAtEnd()) throw this.unexpected('an operator or the end of the expression');
    return tree;
  }

  /** Reads an expression whose operators bind at least as tightly as `lowest`. */
  private expression(lowest: number): Tree {
    const start = this.token.offset;
    let tree = this.prefixed();
    let highest: number = level.primary;
    for (;;) {
      if (this.isSymbol('?') && lowest <= level.conditional) {
        this.advance();
        const yes = this.expression(BRANCH_LEVEL);
        this.expect(':', 'between the two branches of "?"');
        const no = this.expression(BRANCH_LEVEL);
        tree = { kind: 'conditional', condition: tree, yes, no, offset: start, length: this.end - start };
        // No tighter operator can follow: `c ? 1 : 2 or 3` is not an expression.
        highest = level.conditional;
        continue;
      }
      const binary = this.binaryOperator();
      if (binary === undefined || binary.level < lowest || binary.level > highest) return tree;
      const { operator } = binary;
      highest = binary.level;
      this.advance();
      const right = operator === '^' ? this.nested(highest) : this.expression(highest + 1);
      tree = { kind: 'binary', operator, left: tree, right, offset: start, length: this.end - start };
    }
  }

  private binaryOperator(): Binary | undefined {
    if (this.token.kind === 'symbol') return binaryOperators.get(this.token.text);
    if (this.token.kind === 'word' && this.token.text.length <= 3) {
      return binaryOperators.get(this.token.text.toLowerCase());
    }
    return undefined;
  }

  /** Reads any number of `!` and `~`, then at most one `-`. */
  private prefixed(): Tree {
    const { offset, text } = this.token;
    if (this.isSymbol('!') || this.isSymbol('~')) {
      this.enter();
      this.advance();
      const operand = this.prefixed();
      this.nesting -= 1;
      const operator = text === '!' ? '!' : '~';
      return { kind: 'prefix', operator, operand, offset, length: this.end - offset };
    }
    if (!this.isSymbol('-')) return this.primary();
    this.advance();
    if (this.token.kind === 'integer' || this.token.kind === 'decimal') return this.number(offset, '-');
    const operand = this.primary();
    return { kind: 'prefix', operator: '-', operand, offset, length: this.end - offset };
  }

  private primary(): Tree {
    const token = this.token;
    switch (token.kind) {
      case 'integer':
      case 'decimal':
        return this.number(token.offset, '');
      case 'string':
        this.advance();
        return { kind: 'string', value: token.text, offset: token.offset, length: token.length };
      case 'word':
        return this.named(token);
      case 'symbol':
        if (token.text === '(') return this.parenthesised();
    }
    throw this.unexpected('a value, a variable, a function or "("');
  }

  private parenthesised(): Tree {
    this.advance();
    const tree = this.nested(level.conditional);
    this.expect(')', 'to close "("');
    if (this.isSymbol('.') || this.isSymbol('[')) {
      const message = `"${this.token.text}" cannot follow a parenthesis; properties and indexes follow variables and calls`;
      throw this.error(message, this.token);
    }
    return tree;
  }

  private named(token: Token): Tree {
    const constant = this.constant(token);
    if (constant !== undefined) {
      this.advance();
      return constant;
    }
    if (isReserved(token.text)) throw this.unexpected('a value, a variable, a function or "("');
    this.advance();
    if (this.isSymbol('(')) return this.postfixed(this.call(token), token.offset);
    if (this.isSymbol('.')) {
      const name = this.field();
      const { text: scope, offset } = token;
      return this.postfixed({ kind: 'variable', scope, name, offset, length: this.end - offset }, offset);
    }
    throw this.error(bareWord(token.text), token);
  }

  private constant({ text, offset, length }: Token): Literal | undefined {
    if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true', offset, length };
    return text === 'NOT_SET' ? { kind: 'notSet', offset, length } : undefined;
  }

  private call({ text: name, offset }: Token): Tree {
    this.advance();
    const args: Tree[] = [];
    if (!this.isSymbol(')')) {
      args.push(this.nested(level.conditional));
      while (this.isSymbol(',')) {
        this.advance();
        args.push(this.nested(level.conditional));
      }
    }
    if (!this.isSymbol(')')) throw this.unexpected(`")" to close the call of ${name}`);
    this.advance();
    return { kind: 'call', function: name, arguments: args, offset, length: this.end - offset };
  }

  private postfixed(first: Tree, start: number): Tree {
    let tree = first;
    for (;;) {
      if (this.isSymbol('.')) {
        const name = this.field();
        tree = { kind: 'property', of: tree, name, offset: start, length: this.end - start };
      } else if (this.isSymbol('[')) {
        this.advance();
        const index = this.nested(level.conditional);
        this.expect(']', 'to close "["');
        tree = { kind: 'index', of: tree, index, offset: start, length: this.end - start };
      } else return tree;
    }
  }

  /** Reads `.name` or `."any text"`. A blank may stand before the dot, but not after it. */
  private field(): string {
    const dot = this.token;
    this.advance();
    const { kind, text, offset } = this.token;
    const adjacent = offset === dot.offset + dot.length;
    // Behind a dot every word is a name, also `and`, `true` and `NOT_SET`.
    if (!adjacent || (kind !== 'string' && kind !== 'word')) {
      throw this.error('a name or a "quoted name" must follow the dot directly', dot);
    }
    this.advance();
    return text;
  }

  private number(offset: number, sign: '-' | ''): Literal {
    const token = this.token;
    this.advance();
    const span = this.spanFrom(offset);
    if (token.kind === 'integer') {
      const value = Number(token.text);
      if (value > MAX_INTEGER) {
        const problem = `the integer ${shortened(token.text)} is larger than ${MAX_INTEGER}`;
        return { kind: 'outOfRange', problem, text: sign + token.text, ...span };
      }
      return { kind: 'integer', value: sign === '-' && value !== 0 ? -value : value, ...span };
    }
    const [whole = '', fraction = ''] = token.text.split('.');
    const digits = significant(whole) + fraction;
    const value = new Decimal(`${sign}${whole || '0'}.${fraction || '0'}`);
    const isTooLong = withoutTrailingZeros(significant(digits)).length > DECIMAL_DIGITS;
    if (isTooLong || !value.isFinite()) {
      const why = isTooLong ? `has more than ${DECIMAL_DIGITS} digits` : 'is too large';
      const problem = `the decimal ${shortened(token.text)} ${why}`;
      return { kind: 'outOfRange', problem, text: sign + token.text, ...span };
    }
    return { kind: 'decimal', value: value.isZero() ? value.abs() : value, ...span };
  }

  private nested(lowest: number): Tree {
    this.enter();
    const tree = this.expression(lowest);
    this.nesting -= 1;
    return tree;
  }

  private enter(): void {
    this.nesting += 1;
    if (this.nesting > MAX_NESTING) throw this.error(`the expression is nested deeper than ${MAX_NESTING}`, this.token);
  }

  private isAtEnd(): boolean {
    return this.token.kind === 'end';
  }

  private isSymbol(text: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === text;
  }

  private expect(symbol: string, why: string): void {
    if (!this.isSymbol(symbol)) throw this.unexpected(`"${symbol}" ${why}`);
    this.advance();
  }

  private advance(): void {
    this.end = this.token.offset + this.token.length;
    this.token = nextToken(this.text, this.end);
  }

  private spanFrom(offset: number): Span {
    return { offset, length: this.end - offset };
  }

  private unexpected(expectation: string): ExpressionError {
    const actual = this.token.kind === 'end' ? 'the expression ends' : `found ${this.actual()}`;
    return this.error(`${actual} where ${expectation} is expected`, this.token);
  }

  private actual(): string {
    return shortened(this.text.slice(this.token.offset, this.token.offset + this.token.length));
  }

  private error(message: string, { offset, length }: Span): ExpressionError {
    return new ExpressionError('syntax', message, { offset, length });
  }
}

function bareWord(word: string): string {
  const folded = word.toLowerCase();
  if (folded === 'true' || folded === 'false') return `"${word}" must be written ${folded}`;
  if (folded === 'not_set') return `"${word}" must be written NOT_SET`;
  if (folded === 'not') return '"not" is not an operator; write !';
  return `"${shortened(word)}" is neither a function call nor a variable with its scope, such as Flow.${shortened(word)}`;
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 37)}…`;
}

function significant(digits: string): string {
  let at = 0;
  while (digits.charCodeAt(at) === 48) at += 1;
  return digits.slice(at);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}
