import { type CharacterTest, PatternError } from './tree';

/** Every code point that two tests agree on, and such. */
export const either =
  (tests: readonly CharacterTest[]): CharacterTest =>
  (code) =>
    tests.some((test) => test(code));
export const both =
  (a: CharacterTest, b: CharacterTest): CharacterTest =>
  (code) =>
    a(code) && b(code);
export const not =
  (test: CharacterTest): CharacterTest =>
  (code) =>
    !test(code);
const oneOf = (characters: string): CharacterTest => {
  const codes = new Set(Array.from(characters, (character) => character.codePointAt(0)));
  return (code) => codes.has(code);
};
export const range =
  (from: number, to: number): CharacterTest =>
  (code) =>
    code >= from && code <= to;

/** One code point, or either of its cases. */
export function single(code: number, ignoreCase: boolean): CharacterTest {
  if (!ignoreCase) return (point) => point === code;
  const small = lower(code);
  return (point) => lower(point) === small;
}

/** A range of code points whose case may not matter. */
export function span(from: number, to: number, ignoreCase: boolean): CharacterTest {
  const exact = range(from, to);
  return ignoreCase ? (code) => exact(lower(code)) || exact(upper(code)) : exact;
}

/** Without the `u` flag Java folds the case of ASCII letters only. */
export const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);
const upper = (code: number): number => (code >= 97 && code <= 122 ? code - 32 : code);

const digit = range(48, 57);
const letter = either([range(65, 90), range(97, 122)]);
const wordCharacter = either([digit, letter, (code) => code === 95]);
const space = oneOf(' \t\n\u000b\f\r');
const horizontal = either([oneOf(' \t\u00a0\u1680\u180e\u202f\u205f\u3000'), range(0x2000, 0x200a)]);
export const vertical = oneOf('\n\u000b\f\r\u0085\u2028\u2029');

/** What ends a line: `.` does not match it, `$` stands before it. */
export const lineEnd = oneOf('\n\r\u0085\u2028\u2029');
export const isWordCharacter = wordCharacter;

/** `\d`, `\W` and their like. */
export const shorthand: Readonly<Record<string, CharacterTest>> = {
  d: digit,
  D: not(digit),
  w: wordCharacter,
  W: not(wordCharacter),
  s: space,
  S: not(space),
  h: horizontal,
  H: not(horizontal),
  v: vertical,
  V: not(vertical),
};

const printable = range(33, 126);
const posix: Readonly<Record<string, CharacterTest>> = {
  Lower: range(97, 122),
  Upper: range(65, 90),
  ASCII: range(0, 127),
  Alpha: letter,
  Digit: digit,
  Alnum: either([letter, digit]),
  Punct: both(printable, not(either([letter, digit]))),
  Graph: printable,
  Print: range(32, 126),
  Blank: oneOf(' \t'),
  Cntrl: either([range(0, 31), (code) => code === 127]),
  XDigit: either([digit, range(65, 70), range(97, 102)]),
  Space: space,
};

/** `\p{…}`: Java's names first, then Unicode's categories, scripts and properties. */
export function property(name: string, offset: number): CharacterTest {
  const known = Object.hasOwn(posix, name) ? posix[name] : undefined;
  if (known) return known;
  const unicode = name.replace(/^(?:Is|general_category=|gc=)/, '').replace(/^java(Lower|Upper)Case$/, '$1case');
  for (const form of [unicode, `Script=${unicode.replace(/^(?:script|sc)=/i, '')}`]) {
    if (!/^[A-Za-z_]+(?:=[A-Za-z_]+)?$/.test(form)) break;
    try {
      const test = new RegExp(`^\\p{${form}}$`, 'u');
      return (code) => test.test(String.fromCodePoint(code));
    } catch {
      // Not a name that Unicode has.
    }
  }
  throw new PatternError(`does not know \\p{${name}}`, offset);
}
