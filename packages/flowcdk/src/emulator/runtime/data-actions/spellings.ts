/** The least characters of a secret and of its spellings. Shorter texts would be found by chance. */
export const SHORTEST = 6;

/** How many letters and digits in a row give a secret away. */
export const PIECE = 8;

/** How a text looks plain and in the encodings of URLs, JSON, XML, hexadecimal and base64, in lower case. */
export function spellingsOf(value: string): readonly string[] {
  const bytes = Buffer.from(value);
  const json = JSON.stringify(value).slice(1, -1);
  const inUnicode = value.replace(/[^]/g, unicode);
  const spellings = [
    value,
    encodeURIComponent(value),
    encodeURIComponent(encodeURIComponent(value)),
    new URLSearchParams({ a: value }).toString().slice(2),
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll('/', '\\/'),
    value.replace(/[^\0-\x7f]|["\\]/g, unicode),
    value.replace(/[^\0-\x7f]|["\\&<>'=/]/g, unicode),
    inUnicode,
    inUnicode.replaceAll('\\', '\\\\'),
    value.replace(/[&<>"']/g, (mark) => xml[mark] ?? mark),
    value.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`),
    value.replace(/[&<>]/g, (mark) => xml[mark] ?? mark),
    bytes.toString('hex'),
    ...base64Of(bytes),
  ];
  return [...new Set(spellings.map((text) => text.toLowerCase()))].filter(({ length }) => length >= SHORTEST);
}

/** Pieces of a secret, to be found in long texts in little time. */
export class Pieces {
  readonly #pieces: ReadonlySet<string>;
  /** Whether a piece begins with two characters, by their codes. Most places of a text are ruled out by that. */
  readonly #beginnings = new Uint8Array(CODES * CODES);

  constructor(pieces: readonly string[]) {
    this.#pieces = new Set(pieces);
    for (const piece of pieces) this.#beginnings[beginningAt(0, piece)] = 1;
  }

  /** Whether a piece stands at a place of a text in lower case. */
  isAt(at: number, text: string): boolean {
    return this.#beginnings[beginningAt(at, text)] === 1 && this.#pieces.has(text.slice(at, at + PIECE));
  }
}

/** Pieces have codes below this one only. */
const CODES = 128;
const beginningAt = (at: number, text: string): number => text.charCodeAt(at) * CODES + text.charCodeAt(at + 1);

/**
 * Pieces of a text that survive most encodings, because they have letters and digits only, in lower case. They also find
 * a part of a secret, and one that was encoded twice. Words are left out: a field `integrationId` repeats no secret.
 */
export function piecesOf(value: string): readonly string[] {
  const plain = lettersAndDigits(value).filter((run) => run.length >= LONG || (/\d/.test(run) && /[a-z]/i.test(run)));
  const variants = [...new Set([value, value.toLowerCase(), value.toUpperCase()])].map((text) => Buffer.from(text));
  const encoded = variants.flatMap((bytes) => [bytes.toString('hex'), ...base64Of(bytes)]).flatMap(lettersAndDigits);
  return [...new Set([...plain, ...encoded].flatMap((run) => cut(run.toLowerCase())))];
}

/** No word is so long. */
const LONG = 20;

const lettersAndDigits = (text: string): readonly string[] => text.match(/[a-z0-9]+/gi) ?? [];

/** All pieces of a text. */
const cut = (text: string): readonly string[] =>
  Array.from({ length: Math.max(0, text.length - PIECE + 1) }, (_, i) => text.slice(i, i + PIECE));

const unicode = (mark: string): string =>
  [...Array(mark.length).keys()].map((i) => `\\u${mark.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');

const xml: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** The base64 of bytes behind other bytes, as far as it depends on these bytes alone: there are three cases. */
const base64Of = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].flatMap((offset) => {
    const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
    const text = whole.toString('base64').slice(offset === 0 ? 0 : offset + 1, Math.floor((whole.length * 4) / 3));
    return [text, text.replaceAll('+', '-').replaceAll('/', '_')];
  });
