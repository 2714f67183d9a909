/**
 * Turns text into tokens with a hand-written scanner, which looks at each character a limited number of times. The
 * language has no comments, no single quotes, no `&&`, `||`, `not` or `=` (documented by the lexer of the 2018 client
 * core).
 */
import { ExpressionError } from './expression-error';

export type TokenKind = 'integer' | 'decimal' | 'string' | 'word' | 'symbol' | 'end';

/** `text` is the symbol, the word, the digits, or the string with its escapes resolved. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}

const escapes: Readonly<Record<string, string>> = { '"': '"', '\\': '\\', n: '\n', r: '\r', t: '\t', f: '\f' };
/** The symbols by the code of their first character, so that reading a symbol creates no text. */
const symbols: readonly (string | undefined)[] = byCode('+-*/%^!~><&|?:()[].,', '');
/** The same for symbols with an `=` after the first character. */
const symbolsWithEquals: readonly (string | undefined)[] = byCode('=!><', '=');
const EQUALS = 61;
const letter = /^\p{L}$/u;

function byCode(characters: string, ending: string): readonly (string | undefined)[] {
  const table = new Array<string | undefined>(128).fill(undefined);
  for (const character of characters) table[character.charCodeAt(0)] = character + ending;
  return table;
}

/** The token that begins at or after the offset. */
export function nextToken(source: string, from: number): Token {
  let at = from;
  while (isBlank(source.charCodeAt(at))) at += 1;
  if (at >= source.length) return { kind: 'end', text: '', offset: source.length, length: 0 };
  const code = source.charCodeAt(at);
  if (isDigit(code) || (code === 46 && isDigit(source.charCodeAt(at + 1)))) return number(source, at);
  if (code === 34) return string(source, at);
  if (isWordStart(code)) return word(source, at);
  const two = source.charCodeAt(at + 1) === EQUALS ? symbolsWithEquals[code] : undefined;
  if (two !== undefined) return { kind: 'symbol', text: two, offset: at, length: 2 };
  const symbol = symbols[code];
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, offset: at, length: 1 };
  throw new ExpressionError('syntax', strayCharacter(source, at), { offset: at, length: 1 });
}

/** Whether a text can be the name of a function, of a scope, or of a property without quotes. */
export function isWord(text: string): boolean {
  if (text.length === 0 || !isWordStart(text.charCodeAt(0))) return false;
  for (let at = 1; at < text.length; at += 1) if (!isWordPart(text.charCodeAt(at))) return false;
  return !isReserved(text);
}

/**
 * Whether a text is a reserved word: `true`, `false` and `NOT_SET` in exactly this case, `and` and `or` in any case.
 */
export function isReserved(text: string): boolean {
  if (text === 'true' || text === 'false' || text === 'NOT_SET') return true;
  if (text.length > 3) return false;
  const folded = text.toLowerCase();
  return folded === 'and' || folded === 'or';
}

/** A text as a string literal. Raw line breaks would be allowed, but `\n` is easier to read. */
export function quote(text: string): string {
  let quoted = '"';
  for (const character of text) quoted += written[character] ?? character;
  return quoted + '"';
}

/** The same with raw line breaks and tabs, for texts near the limit of length. */
export function quoteTightly(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const written: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function number(source: string, start: number): Token {
  let at = digitsFrom(source, start);
  const kind: TokenKind = source.charCodeAt(at) === 46 ? 'decimal' : 'integer';
  if (kind === 'decimal') at = digitsFrom(source, at + 1);
  return { kind, text: source.slice(start, at), offset: start, length: at - start };
}

function string(source: string, start: number): Token {
  let text = '';
  let at = start + 1;
  let copied = at;
  for (; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 34) {
      text += source.slice(copied, at);
      return { kind: 'string', text, offset: start, length: at + 1 - start };
    }
    if (code !== 92) continue;
    const escaped = escapes[source.charAt(at + 1)];
    if (escaped === undefined) {
      const message = `"${source.slice(at, at + 2)}" is not an escape; a string knows \\" \\\\ \\n \\r \\t`;
      throw new ExpressionError('syntax', message, { offset: at, length: Math.min(2, source.length - at) });
    }
    text += source.slice(copied, at) + escaped;
    at += 1;
    copied = at + 1;
  }
  throw new ExpressionError('syntax', 'this string has no closing "', { offset: start, length: source.length - start });
}

function word(source: string, start: number): Token {
  let at = start + 1;
  while (isWordPart(source.charCodeAt(at))) at += 1;
  return { kind: 'word', text: source.slice(start, at), offset: start, length: at - start };
}

function digitsFrom(source: string, start: number): number {
  let at = start;
  while (isDigit(source.charCodeAt(at))) at += 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A letter, or the `$` that may begin a name. */
function isWordStart(code: number): boolean {
  return code === 36 || isLetter(code);
}

function isWordPart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 95;
}

function isLetter(code: number): boolean {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return true;
  return code > 127 && letter.test(String.fromCharCode(code));
}

const hints: Readonly<Record<string, string>> = {
  "'": 'strings stand in double quotes',
  '=': 'write == to compare',
  '{': 'there are no braces; a list is MakeList(…)',
  '“': 'strings stand in straight double quotes',
  '”': 'strings stand in straight double quotes',
};

function strayCharacter(source: string, at: number): string {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0);
  const hint = hints[character];
  return `the character ${JSON.stringify(character)} has no meaning here${hint === undefined ? '' : `: ${hint}`}`;
}
