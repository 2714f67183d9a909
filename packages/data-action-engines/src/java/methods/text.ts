import { formatted } from '../format';
import { matchesWhole, parsePattern, replaceMatches, splitText } from '../regex';
import { compareSame, int, integer, JavaException, list, type Methods, methods, text } from '../method-table';
import { JavaNumber } from '../number';
import { hash, JavaCharacter, JavaList, type JavaValue, textOf } from '../value';
import { type Work } from '../work';

/** A range inside a text, or Java's exception. */
function checked(self: string, from: number, to: number): readonly [number, number] {
  if (from >= 0 && to <= self.length && from <= to) return [from, to];
  throw new JavaException('StringIndexOutOfBoundsException', `begin ${from}, end ${to}, length ${self.length}`);
}

function characterAt(self: string, index: number): string {
  if (index >= 0 && index < self.length) return self.charAt(index);
  throw new JavaException('StringIndexOutOfBoundsException', `index ${index}, length ${self.length}`);
}

const compare = (a: string, b: string): number => {
  for (let i = 0; i < a.length && i < b.length; i += 1)
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.charCodeAt(i) - b.charCodeAt(i);
  return a.length - b.length;
};
/** Texts without case. Java folds each character to one other: `ß` is not `ss`. */
const fold = (letters: string): string =>
  Array.from(letters, (letter) => {
    const upper = letter.toUpperCase();
    const folded = (upper.length === letter.length ? upper : letter).toLowerCase();
    return folded.slice(0, letter.length);
  }).join('');
const code = (value: JavaValue | undefined): string => {
  if (value instanceof JavaCharacter) return value.text;
  const point = int(value);
  return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
};
/** The place of a character. A number that is no character stands nowhere. */
const placeOf = (character: string, search: (part: string) => number): JavaNumber =>
  integer(character === '' ? -1 : search(character));
/** `lastIndexOf` finds nothing in front of the text; JavaScript would look at its beginning. */
const last = (self: string, part: string, from: number): number => (from < 0 ? -1 : self.lastIndexOf(part, from));
const ascii = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g; // eslint-disable-line no-control-regex -- what Java's trim() takes away
/** What `Character.isWhitespace` accepts: a no-break space is none. */
const blanks = '[\\t-\\r\\u001c-\\u0020\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]';
const stripped = (self: string, where: 'both' | 'start' | 'end'): string => {
  const open = where === 'end' ? self : self.replace(new RegExp(`^${blanks}+`, 'u'), '');
  return where === 'start' ? open : open.replace(new RegExp(`(?<!${blanks})${blanks}+$`, 'u'), '');
};

const textList = (pieces: readonly string[], kind: 'list' | 'array'): JavaList => new JavaList([...pieces], kind);

const replaced = (self: string, part: string, by: string, work: Work): string => {
  const count = part === '' ? self.length + 1 : self.split(part).length - 1;
  work.room(self.length + count * (by.length - part.length));
  return self.replaceAll(part, () => by);
};

/** Whether two texts have the same characters there. What goes beyond one of them is not the same. */
function sameRegion(self: string, from: number, other: string, otherFrom: number, length: number): boolean {
  if (from < 0 || otherFrom < 0 || from + length > self.length || otherFrom + length > other.length) return false;
  return length <= 0 || self.slice(from, from + length) === other.slice(otherFrom, otherFrom + length);
}

const joined = (by: string, items: readonly JavaValue[], work: Work): string =>
  work.text(items.map((item) => work.text(textOf(item, work) ?? 'null')).join(by));

/** Methods that look at one place only. */
const quick = new Set(['length', 'isEmpty', 'charAt', 'codePointAt', 'substring', 'subSequence', 'toString', 'intern']);

/** `java.lang.String`. Methods that give a `Class` or a stream are left out: templates have no use for them. */
export const textMethods: Methods<string> = (name, self, args, work) => {
  if (!quick.has(name)) {
    work.scan(args.reduce<number>((sum, arg) => sum + (typeof arg === 'string' ? arg.length : 0), self.length));
  }
  return allTextMethods(name, self, args, work);
};

const allTextMethods = methods<string>({
  'length()': (self) => integer(self.length),
  'isEmpty()': (self) => self === '',
  'isBlank()': (self) => stripped(self, 'both') === '',
  'charAt(int)': (self, [at]) => new JavaCharacter(characterAt(self, int(at))),
  'codePointAt(int)': (self, [at]) => integer((characterAt(self, int(at)), self.codePointAt(int(at)) ?? 0)),
  'substring(int)': (self, [from]) => self.slice(...checked(self, int(from), self.length)),
  'substring(int, int)': (self, [from, to]) => self.slice(...checked(self, int(from), int(to))),
  'subSequence(int, int)': (self, [from, to]) => self.slice(...checked(self, int(from), int(to))),
  'indexOf(String)': (self, [part]) => integer(self.indexOf(text(part))),
  'indexOf(int)': (self, [part]) => placeOf(code(part), (each) => self.indexOf(each)),
  'indexOf(String, int)': (self, [part, from]) => integer(self.indexOf(text(part), int(from))),
  'indexOf(int, int)': (self, [part, from]) => placeOf(code(part), (each) => self.indexOf(each, int(from))),
  'lastIndexOf(String)': (self, [part]) => integer(self.lastIndexOf(text(part))),
  'lastIndexOf(int)': (self, [part]) => placeOf(code(part), (each) => self.lastIndexOf(each)),
  'lastIndexOf(String, int)': (self, [part, from]) => integer(last(self, text(part), int(from))),
  'lastIndexOf(int, int)': (self, [part, from]) => placeOf(code(part), (each) => last(self, each, int(from))),
  'contains(String)': (self, [part]) => self.includes(text(part)),
  'startsWith(String)': (self, [part]) => self.startsWith(text(part)),
  'startsWith(String, int)': (self, [part, from]) => int(from) >= 0 && self.startsWith(text(part), int(from)),
  'regionMatches(int, String, int, int)': (self, [from, other, otherFrom, length]) =>
    sameRegion(self, int(from), text(other), int(otherFrom), int(length)),
  'regionMatches(boolean, int, String, int, int)': (self, [ignoreCase, from, other, otherFrom, length]) =>
    ignoreCase === true
      ? sameRegion(fold(self), int(from), fold(text(other)), int(otherFrom), int(length))
      : sameRegion(self, int(from), text(other), int(otherFrom), int(length)),
  'endsWith(String)': (self, [part]) => self.endsWith(text(part)),
  'equals(Object)': (self, [other]) => self === other,
  'equalsIgnoreCase(String)': (self, [other]) => typeof other === 'string' && fold(self) === fold(other),
  'contentEquals(String)': (self, [other]) => self === text(other),
  'compareTo(Object)': (self, [other]) =>
    compareSame(other, typeof other === 'string' ? other : undefined, (same) => compare(self, same)),
  'compareToIgnoreCase(String)': (self, [other]) => integer(compare(fold(self), fold(text(other)))),
  'toUpperCase()': (self, _, work) => work.text(self.toUpperCase()),
  'toLowerCase()': (self, _, work) => work.text(self.toLowerCase()),
  'trim()': (self) => self.replace(ascii, ''),
  'strip()': (self) => stripped(self, 'both'),
  'stripLeading()': (self) => stripped(self, 'start'),
  'stripTrailing()': (self) => stripped(self, 'end'),
  'concat(String)': (self, [other], work) => work.text(self + text(other)),
  'repeat(int)': (self, [count], work) => {
    if (int(count) < 0) throw new JavaException('IllegalArgumentException', `count is negative: ${int(count)}`);
    work.room(self.length * int(count));
    return self.repeat(int(count));
  },
  'replace(char, char)': (self, [part, by], work) => replaced(self, code(part), code(by), work),
  'replace(String, String)': (self, [part, by], work) => replaced(self, text(part), text(by), work),
  'replaceAll(String, String)': (self, [regex, by], work) =>
    replaceMatches(self, text(regex), text(by), Infinity, work),
  'replaceFirst(String, String)': (self, [regex, by], work) => replaceMatches(self, text(regex), text(by), 1, work),
  'matches(String)': (self, [regex], work) => matchesWhole(self, parsePattern(text(regex)), work),
  'split(String)': (self, [regex], work) => textList(splitText(self, text(regex), 0, work), 'array'),
  'split(String, int)': (self, [regex, limit], work) =>
    textList(splitText(self, text(regex), int(limit), work), 'array'),
  'toCharArray()': (self, _, work) => {
    work.step(self.length);
    return new JavaList(
      self.split('').map((character) => new JavaCharacter(character)),
      'array',
      '[C',
    );
  },
  'getBytes()': (self, _, work) => {
    const bytes = Buffer.from(work.text(self), 'utf8');
    work.step(bytes.length);
    return new JavaList(
      Array.from(bytes, (byte) => JavaNumber.byte(byte)),
      'array',
      '[B',
    );
  },
  'hashCode()': (self, _, work) => {
    work.step(self.length);
    return integer(hash(self));
  },
  'toString()': (self) => self,
  'intern()': (self) => self,
  'valueOf(Object)': (_, [value], work) => textOf(value ?? null, work),
  'format(String, Object...)': (_, [pattern, ...values], work) => formatted(text(pattern), values, work),
  'formatted(Object...)': (self, values, work) => formatted(self, values, work),
  'join(String, Collection)': (_, [by, items], work) => joined(text(by), list(items).items, work),
  'join(String, Object...)': (_, [by, ...items], work) => joined(text(by), items, work),
});

/** `java.lang.Character` */
export const characterMethods = methods<JavaCharacter>({
  'charValue()': (self) => self,
  'equals(Object)': (self, [other]) => other instanceof JavaCharacter && other.text === self.text,
  'compareTo(Object)': (self, [other]) =>
    compareSame(
      other,
      other instanceof JavaCharacter ? other : undefined,
      (same) => self.text.charCodeAt(0) - same.text.charCodeAt(0),
    ),
  'hashCode()': (self) => integer(self.text.charCodeAt(0)),
  'toString()': (self) => self.text,
  'toUpperCase(char)': (_, [character]) => new JavaCharacter(code(character).toUpperCase().charAt(0)),
  'toLowerCase(char)': (_, [character]) => new JavaCharacter(code(character).toLowerCase().charAt(0)),
  'isDigit(char)': (_, [character]) => /^\p{Nd}$/u.test(code(character)),
  'isLetter(char)': (_, [character]) => /^\p{L}$/u.test(code(character)),
  'isLetterOrDigit(char)': (_, [character]) => /^[\p{L}\p{Nd}]$/u.test(code(character)),
  'isUpperCase(char)': (_, [character]) => /^\p{Uppercase}$/u.test(code(character)),
  'isLowerCase(char)': (_, [character]) => /^\p{Lowercase}$/u.test(code(character)),
  'isWhitespace(char)': (_, [character]) => new RegExp(`^${blanks}$`, 'u').test(code(character)),
  'getNumericValue(char)': (_, [character]) => {
    const value = parseInt(code(character), 36);
    return integer(Number.isNaN(value) ? -1 : value);
  },
});

/** `java.lang.Boolean` */
export const booleanMethods = methods<boolean>({
  'booleanValue()': (self) => self,
  'equals(Object)': (self, [other]) => self === other,
  'compareTo(Object)': (self, [other]) =>
    compareSame(other, typeof other === 'boolean' ? other : undefined, (same) => Number(self) - Number(same)),
  'hashCode()': (self) => integer(hash(self)),
  'toString()': (self) => String(self),
  'parseBoolean(String)': (_, [literal]) => typeof literal === 'string' && literal.toLowerCase() === 'true',
  'valueOf(boolean)': (_, [flag]) => flag === true,
  'valueOf(String)': (_, [literal]) => typeof literal === 'string' && literal.toLowerCase() === 'true',
  'toString(boolean)': (_, [flag]) => String(flag),
  'logicalAnd(boolean, boolean)': (_, [a, b]) => a === true && b === true,
  'logicalOr(boolean, boolean)': (_, [a, b]) => a === true || b === true,
  'logicalXor(boolean, boolean)': (_, [a, b]) => a !== b,
});

/** Reads a number as `Integer.parseInt` and its like do. */
export function parsed(written: string, type: 'Integer' | 'Long' | 'Double', radix = 10): JavaNumber {
  const wrong = new JavaException('NumberFormatException', `For input string: "${written}"`);
  if (type === 'Double') {
    if (!/^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?\s*$/.test(written)) throw wrong;
    return JavaNumber.double(Number(written.trim().replace(/[dDfF]$/, '')));
  }
  const digits = /^[+-]?([0-9a-z]{1,70})$/i.exec(written)?.[1];
  if (digits === undefined || radix < 2 || radix > 36) throw wrong;
  let value = 0n;
  for (const digit of digits) {
    const worth = parseInt(digit, 36);
    if (worth >= radix) throw wrong;
    value = value * BigInt(radix) + BigInt(worth);
  }
  const whole = written.startsWith('-') ? -value : value;
  if (BigInt.asIntN(type === 'Integer' ? 32 : 64, whole) !== whole) throw wrong;
  return type === 'Integer' ? JavaNumber.integer(whole) : JavaNumber.long(whole);
}
