/**
 * Converts JSON text to data and back. JavaScript's own reader is used where it is exact. A number with more digits
 * than a float can hold is read here as a Decimal, so that ids and amounts survive.
 */
import { TextCursor } from '@flowcdk/data-action-engines/text-cursor';
import { Decimal, decimalText } from './decimal';
import { Failure } from './expression-error';
import { MAX_JSON_DEPTH } from './limits';

export type JsonData =
  string | number | boolean | null | Decimal | readonly JsonData[] | { readonly [name: string]: JsonData };

/** Reads strict JSON (documented: "JSON values in Architect"). Throws a {@link Failure} with the place of the error. */
export function readJson(text: string): JsonData {
  if (isEasy(text)) {
    try {
      return JSON.parse(text) as JsonData;
    } catch {
      // The own reader reads the text again, for its message.
    }
  }
  return new JsonReader(text).whole();
}

/** Compact JSON text. */
export function writeJson(data: JsonData, depth = 0): string {
  if (depth > MAX_JSON_DEPTH) throw new Failure(`the JSON is nested deeper than ${MAX_JSON_DEPTH}`);
  if (data === null || typeof data === 'string' || typeof data === 'boolean') return JSON.stringify(data);
  if (typeof data === 'number') return Object.is(data, -0) ? '0' : numberText(new Decimal(data));
  if (Decimal.isDecimal(data)) return numberText(data as Decimal);
  if (Array.isArray(data)) return `[${data.map((item: JsonData) => writeJson(item, depth + 1)).join(',')}]`;
  const members = Object.entries(data as Readonly<Record<string, JsonData>>);
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${writeJson(value, depth + 1)}`).join(',')}}`;
}

/** A JSON number as text: whole numbers without a point. */
export function numberText(value: Decimal): string {
  return decimalText(value, 0);
}

export function isJsonObject(data: JsonData): data is { readonly [name: string]: JsonData } {
  return typeof data === 'object' && data !== null && !Array.isArray(data) && !Decimal.isDecimal(data);
}

/** A number that a float may not hold: sixteen digits in a row, or an exponent. */
const inexact = /(?:\d\.?){16}|\d[eE]/;

/** Whether floats are exact enough for the text, and its nesting is not deep. */
function isEasy(text: string): boolean {
  if (inexact.test(text)) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth += 1;
    else if (code === 93 || code === 125) depth -= 1;
    if (depth > MAX_JSON_DEPTH) return false;
  }
  return true;
}

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const constants: readonly (readonly [string, boolean | null])[] = [
  ['true', true],
  ['false', false],
  ['null', null],
];

class JsonReader extends TextCursor {
  whole(): JsonData {
    const value = this.value(0);
    this.blanks();
    if (!this.atEnd) throw this.wrong();
    return value;
  }

  private value(depth: number): JsonData {
    if (depth > MAX_JSON_DEPTH) throw new Failure(`the JSON is nested deeper than ${MAX_JSON_DEPTH}`);
    this.blanks();
    const { character } = this;
    if (character === '{') return this.object(depth);
    if (character === '[') return this.array(depth);
    if (character === '"') return this.string();
    for (const [word, value] of constants) {
      if (this.skip(word)) return value;
    }
    return this.number();
  }

  private object(depth: number): JsonData {
    const members: [string, JsonData][] = [];
    this.at += 1;
    this.blanks();
    if (this.skip('}')) return {};
    do {
      this.blanks();
      if (this.character !== '"') throw this.wrong();
      const name = this.string();
      this.blanks();
      if (!this.skip(':')) throw this.wrong();
      members.push([name, this.value(depth + 1)]);
      this.blanks();
    } while (this.skip(','));
    if (!this.skip('}')) throw this.wrong();
    return Object.fromEntries(members);
  }

  private array(depth: number): JsonData {
    const items: JsonData[] = [];
    this.at += 1;
    this.blanks();
    if (this.skip(']')) return items;
    do {
      items.push(this.value(depth + 1));
      this.blanks();
    } while (this.skip(','));
    if (!this.skip(']')) throw this.wrong();
    return items;
  }

  private string(): string {
    let value = '';
    this.at += 1;
    for (;;) {
      const { character } = this;
      if (character === '' || character < ' ') throw this.wrong();
      this.at += 1;
      if (character === '"') return value;
      value += character === '\\' ? this.escape() : character;
    }
  }

  private escape(): string {
    const { character } = this;
    const simple = escapes[character];
    if (simple !== undefined) {
      this.at += 1;
      return simple;
    }
    const hexadecimal = this.text.slice(this.at + 1, this.at + 5);
    if (character !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hexadecimal)) throw this.wrong();
    this.at += 5;
    return String.fromCharCode(parseInt(hexadecimal, 16));
  }

  private number(): JsonData {
    const start = this.at;
    this.skip('-');
    const whole = this.digits();
    if (whole === 0) throw this.wrong();
    if (whole > 1 && this.text.charAt(this.at - whole) === '0') {
      this.at -= whole;
      throw this.wrong();
    }
    let isWhole = true;
    if (this.skip('.')) {
      isWhole = false;
      if (this.digits() === 0) throw this.wrong();
    }
    if (this.skip('e') || this.skip('E')) {
      isWhole = false;
      if (!this.skip('+')) this.skip('-');
      if (this.digits() === 0) throw this.wrong();
    }
    const text = this.text.slice(start, this.at);
    if (isWhole && whole < 16) return Number(text);
    const value = new Decimal(text);
    if (!value.isFinite()) throw new Failure(`the JSON number ${text.slice(0, 40)} is too large`);
    return value;
  }

  private digits(): number {
    const start = this.at;
    while (this.character >= '0' && this.character <= '9') this.at += 1;
    return this.at - start;
  }

  private blanks(): void {
    while (' \t\r\n'.includes(this.character || 'x')) this.at += 1;
  }

  private wrong(): Failure {
    if (this.atEnd) return new Failure('the text is not JSON: it ends too early');
    const character = JSON.stringify(this.character);
    return new Failure(`the text is not JSON: ${character} at character ${this.at} is not expected`);
  }
}
