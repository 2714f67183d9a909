import { Lexer, type Token } from './lexer';
import { type TokenKind } from './lexer-rules';
import { TemplateError, type TemplateErrorKind } from './template-error';
import { type Block } from './tree';

/** The tokens of a template, or of a string in one, that are read from left to right. */
export class TokenSource {
  private readonly lexer: Lexer;
  private readonly ahead: Token[] = [];
  private depth = 0;
  /** Where the last token ended. */
  end = 0;
  /** The macros that were defined so far. A backslash hides a call of one. */
  readonly macros = new Set<string>();

  constructor(
    readonly text: string,
    /** Where the text stands in the template, if it is a string in it. */
    readonly base: number,
    /** How many levels are around this one. */
    private readonly level: number,
    private readonly parseBlockOf: (text: string, base: number, level: number) => Block,
  ) {
    this.lexer = new Lexer(text);
  }

  /** A token that comes: the next one is number 1. */
  peek(number = 1): Token {
    while (this.ahead.length < number) this.ahead.push(this.read());
    return this.ahead[number - 1] as Token;
  }

  private read(): Token {
    const token = this.lexer.next();
    if (token) return token;
    const at = this.lexer.at;
    if (this.lexer.current === 'textBlock') throw this.wrong('#[[ without ]]#', at);
    if (this.lexer.atEnd) throw this.wrong('a $ or # stands', at);
    const quote = this.text.charAt(at);
    if (quote === '"' || quote === "'") throw this.wrong('the string is not closed', at);
    throw this.wrong(`${JSON.stringify(quote)} has no meaning here`, at);
  }

  is(kind: TokenKind, number = 1): boolean {
    return this.peek(number).kind === kind;
  }

  next(): Token {
    const token = this.peek();
    this.ahead.shift();
    this.end = token.end;
    return token;
  }

  /** Reads a token if it is of the kind. */
  take(kind: TokenKind): Token | undefined {
    return this.is(kind) ? this.next() : undefined;
  }

  must(kind: TokenKind, what: string): Token {
    return this.take(kind) ?? this.failed(what);
  }

  private failed(what: string): never {
    throw this.wrong(`expected ${what}`);
  }

  /** Behind the name of a directive: whether a parenthesis opens. Where none does, what follows is text again. */
  entersDirective(): boolean {
    this.lexer.become('directive');
    if (this.lexer.looksAtParenthesis) return true;
    this.lexer.pop();
    return false;
  }

  /** The statements of a string in this text; `at` is where the string stands. */
  inner(text: string, at: number): Block {
    return this.parseBlockOf(text, this.base + at, this.levels);
  }

  wrong(problem: string, at = this.peek().start, kind: TemplateErrorKind = 'ParseErrorException'): TemplateError {
    const end = at >= this.text.length ? ', but the template ends' : '';
    return new TemplateError(kind, `${problem}${end}`, this.base + at);
  }

  /** Nested constructs are bounded, so that reading never exhausts the stack. */
  nested<T>(read: () => T): T {
    if (this.levels >= DEEPEST) throw this.wrong(`the template is nested deeper than ${DEEPEST} levels`);
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }

  get levels(): number {
    return this.level + this.depth;
  }
}

/** Directives in directives, parentheses in parentheses, strings in strings (a bound of ours). */
const DEEPEST = 100;
