import { TextCursor } from '../text-cursor';
import { type LexerStates, plainRules, rules, type Rule, type State, type TokenKind } from './lexer-rules';

/** A piece of a template, as the engine's lexer cuts it. */
export interface Token {
  readonly kind: TokenKind;
  /** As written, with what the lexer read before it knew what it is: the `$` of `$name`, the `#` of `#end`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Dollars and hashes in front that began nothing. A text prints them; everything else drops them. */
  readonly before: string;
}

/**
 * Cuts a template as the engine does: in states, which it puts on a stack. What a character means depends on what stood
 * before it, also where nobody expects that: behind `$a.b#set($x = 1)` the lexer is still in the reference, so that `[`
 * begins an index.
 */
export class Lexer extends TextCursor implements LexerStates {
  private state: State = 'text';
  private readonly stack: { readonly state: State; readonly open: number }[] = [];
  /** Parentheses that are open in this state. */
  private open = 0;
  /** Where the backslashes end that are being read. */
  private endOfRun = 0;
  isInComment = false;

  /** The next token. Undefined where the text ends inside of one, or has a character that means nothing here. */
  next(): Token | undefined {
    let start = this.at;
    let before = '';
    for (;;) {
      if (this.atEnd) return start === this.at ? { kind: 'eof', text: '', start, end: start, before } : undefined;
      const from = this.at;
      const rule = (this.state === 'text' ? this.plain() : undefined) ?? this.longest();
      if (!rule) return undefined;
      rule.act?.(this, this.text.slice(from, this.at));
      if (rule.gives === 'more') continue;
      if (rule.gives === 'nothing') {
        start = this.at;
        continue;
      }
      if (rule.gives === 'terminator') {
        before += signsIn(this.text.slice(start, this.at + 1));
        start = this.at;
        continue;
      }
      return { kind: rule.gives, text: this.text.slice(start, this.at), start, end: this.at, before };
    }
  }

  /** Plain text and runs of backslashes, which need no comparison of rules. */
  private plain(): Rule | undefined {
    const { character } = this;
    if (character === '\\') return this.backslashes();
    if (character === '$' || character === '#' || character === ' ' || character === '\t') return undefined;
    this.take(/[^$#\\]+/y);
    return plainRules.text;
  }

  /** Backslashes that stand before no dollar and no directive. A run is looked through once. */
  private backslashes(): Rule | undefined {
    if (this.at >= this.endOfRun) {
      this.endOfRun = this.at;
      while (this.text.charAt(this.endOfRun) === '\\') this.endOfRun += 1;
    }
    const behind = this.text.charAt(this.endOfRun);
    const isOdd = (this.endOfRun - this.at) % 2 === 1;
    if (behind === '$' || (behind === '#' && isOdd && beginsDirective(this.text, this.endOfRun))) return undefined;
    const isPair = this.endOfRun - this.at >= 2;
    this.at += isPair ? 2 : 1;
    return isPair ? plainRules.doubleBackslash : plainRules.backslash;
  }

  /** Reads by the rule that reads most, of several by the first. */
  private longest(): Rule | undefined {
    const from = this.at;
    let best: Rule | undefined;
    let end = from;
    for (const rule of rules[this.state]) {
      rule.pattern.lastIndex = from;
      if (!rule.pattern.test(this.text) || rule.pattern.lastIndex <= end) continue;
      best = rule;
      end = rule.pattern.lastIndex;
    }
    this.at = end;
    return best;
  }

  get current(): State {
    return this.state;
  }

  become(state: State): void {
    this.state = state;
  }

  push(state: State): void {
    this.stack.push({ state: this.state, open: this.open });
    this.open = 0;
    this.state = state;
  }

  pop(): void {
    const { state, open } = this.stack.pop() ?? { state: 'text', open: 0 };
    this.state = state;
    this.open = open;
  }

  openParenthesis(): void {
    this.open += 1;
  }

  closeParenthesis(): void {
    this.open -= 1;
    if (this.open === 0) this.pop();
  }

  back(characters: number): void {
    this.at -= characters;
  }

  /** Whether a parenthesis opens here, behind any blanks. */
  get looksAtParenthesis(): boolean {
    return this.looksAt(/[ \t\r\n]*\(/y);
  }
}

/** Whether a hash has the name of a directive behind it. */
function beginsDirective(text: string, at: number): boolean {
  escapedName.lastIndex = at;
  return escapedName.test(text);
}
const escapedName = /#(?:[A-Za-z_@]|\{[A-Za-z_][A-Za-z0-9_@]*\})/y;

/** What is left of characters that began nothing: dollars with their backslashes, and hashes. */
const signsIn = (text: string): string => (text.match(/\\+\$|[$#]/g) ?? []).join('');
