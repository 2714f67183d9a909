import { TextCursor } from '../../text-cursor';
import {
  both,
  either,
  isWordCharacter,
  lineEnd,
  not,
  property,
  range,
  shorthand,
  single,
  span,
  vertical,
} from './characters';
import { type CharacterTest, type Expression, type Pattern, PatternError, type PlaceTest } from './tree';

interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly comments: boolean;
}

/** Bounds of ours (assumed): a longer or deeper expression is refused before it is run. */
const LONGEST = 4096;
const DEEPEST = 50;
const MOST_REPEATS = 10_000;

/** Reads a regular expression as `java.util.regex` does. */
export function parsePattern(source: string, ignoreCase = false): Pattern {
  if (source.length > LONGEST) throw new PatternError(`is longer than ${LONGEST} characters`, LONGEST);
  return new PatternParser(source, ignoreCase).whole();
}

class PatternParser extends TextCursor {
  private depth = 0;
  private groups = 0;
  private readonly names = new Map<string, number>();
  private flags: Flags;

  constructor(source: string, ignoreCase: boolean) {
    super(source);
    this.flags = { ignoreCase, multiline: false, dotAll: false, comments: false };
  }

  whole(): Pattern {
    const expression = this.choice();
    if (!this.atEnd) throw this.wrong('has a ) too many');
    return { expression, groups: this.groups, names: this.names };
  }

  private choice(): Expression {
    if ((this.depth += 1) > DEEPEST) throw this.wrong(`is nested deeper than ${DEEPEST} levels`);
    const options = [this.sequence()];
    while (this.skip('|')) options.push(this.sequence());
    this.depth -= 1;
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options };
  }

  private sequence(): Expression {
    const parts: Expression[] = [];
    for (;;) {
      if (this.flags.comments) this.take(/(?:\s|#[^\n]*)+/y);
      if (this.atEnd || '|)'.includes(this.character)) break;
      const quoted = this.take(/\\Q[^]*?(?:\\E|$)/y);
      if (quoted === undefined) {
        const atom = this.atom();
        // Flags alone cannot be repeated.
        parts.push(atom.kind === 'empty' ? atom : this.repeated(atom));
      } else {
        const characters = Array.from(quoted.replace(/^\\Q|\\E$/g, ''), (character) => this.literal(character));
        const last = characters.pop();
        parts.push(...characters, ...(last ? [this.repeated(last)] : []));
      }
    }
    return { kind: 'sequence', parts };
  }

  private literal(character: string): Expression {
    return { kind: 'character', matches: single(character.codePointAt(0) ?? 0, this.flags.ignoreCase) };
  }

  private repeated(what: Expression): Expression {
    let whole = what;
    for (;;) {
      const [least, most] = this.count() ?? [undefined, undefined];
      if (least === undefined) return whole;
      const mode = this.skip('?') ? 'lazy' : this.skip('+') ? 'possessive' : 'greedy';
      whole = { kind: 'repeat', what: whole, least, most, mode };
    }
  }

  private count(): readonly [number, number] | undefined {
    if (this.skip('*')) return [0, Infinity];
    if (this.skip('+')) return [1, Infinity];
    if (this.skip('?')) return [0, 1];
    if (this.character !== '{') return undefined;
    const start = this.at;
    const [, least = '', comma, most = ''] = /\{(\d+)(,?)(\d*)\}/y.exec(this.take(/\{\d+,?\d*\}/y) ?? '') ?? [];
    if (least === '') throw this.wrong('has a { that is no count of repetitions', start);
    const counts = [Number(least), comma === '' ? Number(least) : most === '' ? Infinity : Number(most)] as const;
    if (counts[0] > counts[1] || counts[0] > MOST_REPEATS || (counts[1] !== Infinity && counts[1] > MOST_REPEATS))
      throw this.wrong(`has a count that is not between 0 and ${MOST_REPEATS}`, start);
    return counts;
  }

  private atom(): Expression {
    const start = this.at;
    const character = this.next();
    switch (character) {
      case '(':
        return this.group(start);
      case '[':
        return { kind: 'character', matches: this.characterClass(start) };
      case '.':
        return { kind: 'character', matches: this.flags.dotAll ? () => true : not(lineEnd) };
      case '^':
        return place(this.flags.multiline ? startOfLine : (_, at) => at === 0);
      case '$':
        return place(this.flags.multiline ? endOfLine : beforeLastLineEnd);
      case '\\':
        return this.escape(start);
      case '*':
      case '+':
      case '?':
        throw this.wrong(`has a ${character} with nothing to repeat`, start);
      default:
        return this.literal(character);
    }
  }

  private group(start: number): Expression {
    const before = this.flags;
    const special = this.take(/\?(?:[:=!>]|<[=!]|<[A-Za-z][A-Za-z0-9]*>|[a-zA-Z]*(?:-[a-zA-Z]+)?[:)])/y);
    if (special === undefined && this.character === '?') throw this.wrong('has an unknown group', start);
    const flags = /^\?([a-zA-Z]*)(?:-([a-zA-Z]+))?([:)])$/.exec(special ?? '');
    if (flags) this.setFlags(flags[1] ?? '', flags[2] ?? '', start);
    // Flags without a colon apply up to the end of their group.
    if (flags?.[3] === ')') return { kind: 'empty' };
    const isCapturing = special === undefined || /^\?<[A-Za-z]/.test(special);
    const group = isCapturing ? (this.groups += 1) : 0;
    if (isCapturing && special !== undefined) this.name(special.slice(2, -1), group, start);
    const what = this.choice();
    if (!this.skip(')')) throw this.wrong('has a group that is not closed', start);
    this.flags = before;
    if (isCapturing) return { kind: 'group', what, group };
    if (special === '?>') return { kind: 'atomic', what };
    if (/^\?<?[=!]$/.test(special))
      return { kind: 'look', what, behind: special.startsWith('?<'), negative: special.endsWith('!') };
    return what;
  }

  private name(name: string, group: number, start: number): void {
    if (this.names.has(name)) throw this.wrong(`has two groups named ${name}`, start);
    this.names.set(name, group);
  }

  private setFlags(on: string, off: string, start: number): void {
    for (const [letters, value] of [
      [on, true],
      [off, false],
    ] as const) {
      for (const letter of letters) {
        const name = { i: 'ignoreCase', m: 'multiline', s: 'dotAll', x: 'comments', u: undefined, d: undefined }[
          letter
        ];
        if (name !== undefined) this.flags = { ...this.flags, [name]: value };
        else if (letter !== 'u' && letter !== 'd') throw this.wrong(`has an unknown flag ${letter}`, start);
      }
    }
  }

  private escape(start: number): Expression {
    const test = this.characterEscape(start);
    if (test) return { kind: 'character', matches: test };
    const digits = this.take(/[1-9]\d*/y);
    if (digits !== undefined) return this.backReference(digits);
    const name = /^k<([A-Za-z][A-Za-z0-9]*)>$/.exec(this.take(/k<[A-Za-z][A-Za-z0-9]*>/y) ?? '')?.[1];
    if (name !== undefined) {
      const group = this.names.get(name);
      if (group === undefined) throw this.wrong(`has no group named ${name}`, start);
      return { kind: 'back', group, ignoreCase: this.flags.ignoreCase };
    }
    const letter = this.next();
    if (letter === 'R') return lineBreak;
    const holds = Object.hasOwn(places, letter) ? places[letter] : undefined;
    if (holds) return place(holds);
    throw this.wrong(`has an unknown escape \\${letter}`, start);
  }

  /** Takes only as many digits as there are groups; the rest is text. */
  private backReference(digits: string): Expression {
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) > this.groups) length -= 1;
    this.at += length - digits.length;
    const group = Number(digits.slice(0, length));
    return { kind: 'back', group, ignoreCase: this.flags.ignoreCase };
  }

  /** An escape that stands for characters, in a class or outside; undefined if it is another. */
  private characterEscape(start: number): CharacterTest | undefined {
    const code = this.codeEscape();
    if (code !== undefined) return single(code, this.flags.ignoreCase);
    const category = this.take(/[pP](?:\{[^}]*\}|[A-Z])/y);
    if (category !== undefined) {
      const test = property(category.replace(/^.\{?|\}$/g, ''), start);
      return category.startsWith('P') ? not(test) : test;
    }
    const known = this.take(/[dDwWsShHvV]/y);
    return known === undefined ? undefined : shorthand[known];
  }

  /** An escape for one code point. */
  private codeEscape(): number | undefined {
    const start = this.at - 1;
    const hex = this.take(/u[\da-fA-F]{4}|x(?:[\da-fA-F]{2}|\{[\da-fA-F]{1,6}\})/y);
    if (hex !== undefined) {
      const code = parseInt(hex.replace(/[^\da-fA-F]/g, ''), 16);
      if (code > 0x10ffff) throw this.wrong('has a code that is no character', start);
      return code;
    }
    const octal = this.take(/0[0-3]?[0-7]{1,2}/y);
    if (octal !== undefined) return parseInt(octal, 8);
    const control = this.take(/c[^]/y);
    if (control !== undefined) return control.charCodeAt(1) ^ 64;
    const named = this.take(/[tnrfae]/y);
    if (named !== undefined) return { t: 9, n: 10, r: 13, f: 12, a: 7, e: 27 }[named];
    return this.take(/[^A-Za-z0-9]/uy)?.codePointAt(0);
  }

  /** `[…]`, with ranges, classes in classes and `&&`; the opening bracket has been read. */
  private characterClass(start: number): CharacterTest {
    if ((this.depth += 1) > DEEPEST) throw this.wrong(`is nested deeper than ${DEEPEST} levels`);
    const negative = this.skip('^');
    let whole: CharacterTest | undefined;
    let tests: CharacterTest[] = [];
    const joined = (): CharacterTest | undefined => {
      if (tests.length === 0) return whole;
      return whole ? both(whole, either(tests)) : either(tests);
    };
    for (let first = true; first || this.character !== ']'; first = false) {
      if (this.atEnd) throw this.wrong('has a class that is not closed', start);
      if (this.text.startsWith('&&', this.at)) {
        this.at += 2;
        whole = joined();
        tests = [];
        if (this.character === ']') break;
        if (this.atEnd) throw this.wrong('has a class that is not closed', start);
      }
      tests.push(...this.classMember());
    }
    this.at += 1;
    this.depth -= 1;
    const all = joined() ?? either([]);
    return negative ? not(all) : all;
  }

  private classMember(): readonly CharacterTest[] {
    const start = this.at;
    if (this.skip('[')) return [this.characterClass(start)];
    const quoted = this.take(/\\Q[^]*?(?:\\E|$)/y);
    if (quoted !== undefined)
      return Array.from(quoted.replace(/^\\Q|\\E$/g, ''), (c) => single(c.codePointAt(0) ?? 0, this.flags.ignoreCase));
    const from = this.classCode();
    if (typeof from !== 'number') return [from];
    const isRange = this.character === '-' && !/[\][]/.test(this.text.charAt(this.at + 1) || ']');
    if (!isRange) return [single(from, this.flags.ignoreCase)];
    this.at += 1;
    const to = this.classCode();
    if (typeof to !== 'number' || to < from) throw this.wrong('has a range that is none', start);
    return [this.flags.ignoreCase ? span(from, to, true) : range(from, to)];
  }

  private classCode(): number | CharacterTest {
    const start = this.at;
    if (!this.skip('\\')) return this.next().codePointAt(0) ?? 0;
    const code = this.codeEscape();
    if (code !== undefined) return code;
    const test = this.characterEscape(start);
    if (test) return test;
    throw this.wrong('has an unknown escape in a class', start);
  }

  private next(): string {
    const code = this.text.codePointAt(this.at);
    if (code === undefined) throw this.wrong('ends too early');
    const character = String.fromCodePoint(code);
    this.at += character.length;
    return character;
  }

  private wrong(problem: string, offset = this.at): PatternError {
    return new PatternError(problem, offset);
  }
}

const place = (holds: PlaceTest): Expression => ({ kind: 'place', holds });

const isLineEnd = (text: string, at: number): boolean => lineEnd(text.charCodeAt(at));
const startOfLine: PlaceTest = (text, at) =>
  at === 0 ||
  (at < text.length && isLineEnd(text, at - 1) && !(text.charAt(at - 1) === '\r' && text.charAt(at) === '\n'));
const endOfLine: PlaceTest = (text, at) =>
  at === text.length || (isLineEnd(text, at) && !(text.charAt(at) === '\n' && text.charAt(at - 1) === '\r'));
const beforeLastLineEnd: PlaceTest = (text, at) =>
  at === text.length ||
  (at === text.length - 1 && isLineEnd(text, at) && !(text.charAt(at) === '\n' && text.charAt(at - 1) === '\r')) ||
  (at === text.length - 2 && text.endsWith('\r\n'));

const isWordAt = (text: string, at: number): boolean => isWordCharacter(text.charCodeAt(at));
const wordBoundary: PlaceTest = (text, at) => isWordAt(text, at - 1) !== isWordAt(text, at);
const places: Readonly<Record<string, PlaceTest>> = {
  b: wordBoundary,
  B: (text, at) => !wordBoundary(text, at),
  A: (_, at) => at === 0,
  z: (text, at) => at === text.length,
  Z: beforeLastLineEnd,
};

const lineBreak: Expression = {
  kind: 'choice',
  options: [
    {
      kind: 'sequence',
      parts: [
        { kind: 'character', matches: single(13, false) },
        { kind: 'character', matches: single(10, false) },
      ],
    },
    { kind: 'character', matches: vertical },
  ],
};
