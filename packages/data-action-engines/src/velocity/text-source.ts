import { TextCursor } from '../text-cursor';
import { TemplateError } from './template-error';
import { type Block } from './tree';

/** A template, or a string in one, that is read from left to right. */
export class TextSource extends TextCursor {
  private depth = 0;

  constructor(
    text: string,
    /** Where the text stands in the template, if it is a string in it. */
    readonly base: number,
    /** How many levels are around this one. */
    private readonly level: number,
    private readonly parseBlockOf: (text: string, base: number, level: number) => Block,
  ) {
    super(text);
  }

  /** The statements of a string in this text; `at` is where the string stands. */
  inner(text: string, at: number): Block {
    return this.parseBlockOf(text, this.base + at, this.levels + 1);
  }

  must(pattern: RegExp, what: string): string {
    const match = this.take(pattern);
    if (match === undefined) throw this.wrong(`expected ${what}`);
    return match;
  }

  wrong(problem: string, at = this.at): TemplateError {
    const end = at >= this.text.length ? ', but the template ends' : '';
    return new TemplateError('ParseErrorException', `${problem}${end}`, this.base + at);
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
