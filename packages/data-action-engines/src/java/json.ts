import { TextCursor } from '../text-cursor';
import { JavaNumber } from './number';
import { JavaCharacter, JavaEntry, JavaList, JavaMap, JavaTool, type JavaValue, textOf } from './value';
import { Work } from './work';

/** JSON that cannot be read. */
export class JsonSyntaxError extends Error {
  constructor(
    message: string,
    /** Counted from 0. */
    readonly offset: number,
  ) {
    super(message);
  }
}

/** JavaScript's data as Java's values; whole numbers become `Integer` or `Long`. */
export function fromData(data: unknown, depth = 0): JavaValue {
  if (depth > DEEPEST) throw new JsonSyntaxError(`is nested deeper than ${DEEPEST} levels`, 0);
  if (data === null || data === undefined) return null;
  if (typeof data === 'string' || typeof data === 'boolean') return data;
  if (typeof data === 'number') return JavaNumber.from(data);
  if (typeof data === 'bigint') return JavaNumber.whole(data);
  if (Array.isArray(data)) return new JavaList(data.map((item) => fromData(item, depth + 1)));
  const map = new JavaMap('hash');
  for (const name of Object.keys(data)) {
    const value = (data as Readonly<Record<string, unknown>>)[name];
    if (value !== undefined) map.put(name, fromData(value, depth + 1));
  }
  return map;
}

/** Compact JSON of a value, with every digit of its numbers. */
export function jsonText(value: JavaValue, work = new Work()): string {
  work.step();
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return work.text(JSON.stringify(value));
  if (value instanceof JavaNumber) return Number.isFinite(value.double) || value.isWhole ? value.text : 'null';
  if (value instanceof JavaCharacter || value instanceof JavaTool || value instanceof JavaEntry)
    return work.text(JSON.stringify(textOf(value, work)));
  return work.deeper(() => {
    if (value instanceof JavaList) return work.text(`[${value.items.map((item) => jsonText(item, work)).join(',')}]`);
    const members = value.entries().map((entry) => {
      return `${JSON.stringify(textOf(entry.key, work))}:${jsonText(entry.value, work)}`;
    });
    return work.text(`{${members.join(',')}}`);
  });
}

/** How deep lists and objects may be nested. */
const DEEPEST = 100;

/** Reads JSON text. A number keeps its type in Java: `2` is an `Integer`, `2.0` a `Double`. */
export function readJson(text: string): JavaValue {
  const reader = new Reader(text);
  const value = reader.value(0);
  reader.end();
  return value;
}

const words: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

class Reader extends TextCursor {
  value(depth: number): JavaValue {
    if (depth > DEEPEST) throw this.wrong(`is nested deeper than ${DEEPEST} levels`);
    this.blanks();
    const { character } = this;
    if (character === '{') return this.object(depth);
    if (character === '[') return this.list(depth);
    if (character === '"') return this.string();
    const word = this.take(/true|false|null/y);
    if (word !== undefined) return words[word] ?? null;
    const number = this.take(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y);
    if (number !== undefined) return JavaNumber.read(number);
    throw this.wrong(this.atEnd ? 'ends too early' : 'has no value here');
  }

  end(): void {
    this.blanks();
    if (!this.atEnd) throw this.wrong('goes on after its end');
  }

  private object(depth: number): JavaValue {
    const map = new JavaMap('hash');
    this.at += 1;
    if (this.taken('}')) return map;
    do {
      this.blanks();
      if (this.character !== '"') throw this.wrong('has no property name here');
      const name = this.string();
      if (!this.taken(':')) throw this.wrong('has no : here');
      map.put(name, this.value(depth + 1));
    } while (this.taken(','));
    if (!this.taken('}')) throw this.wrong('has neither , nor } here');
    return map;
  }

  private list(depth: number): JavaValue {
    const items: JavaValue[] = [];
    this.at += 1;
    if (this.taken(']')) return new JavaList(items);
    do items.push(this.value(depth + 1));
    while (this.taken(','));
    if (!this.taken(']')) throw this.wrong('has neither , nor ] here');
    return new JavaList(items);
  }

  private string(): string {
    this.at += 1;
    let read = '';
    for (;;) {
      // eslint-disable-next-line no-control-regex -- JSON allows no control characters in strings.
      read += this.take(/[^"\\\u0000-\u001f]+/y) ?? '';
      const escape = this.take(/\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y);
      if (escape === undefined) break;
      const kind = escape.charAt(1);
      read += kind === 'u' ? String.fromCharCode(parseInt(escape.slice(2), 16)) : (escapes[kind] ?? kind);
    }
    if (this.character !== '"') throw this.wrong('has a string that does not end');
    this.at += 1;
    return read;
  }

  private blanks(): void {
    this.take(/[ \t\r\n]+/y);
  }

  private taken(character: string): boolean {
    this.blanks();
    return this.skip(character);
  }

  private wrong(problem: string): JsonSyntaxError {
    return new JsonSyntaxError(`${problem} (at ${this.at + 1})`, this.at);
  }
}
