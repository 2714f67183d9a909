import { type Work, TooMuch } from '../work';
import { lower } from './characters';
import { type CharacterTest, type Expression, type Pattern } from './tree';

type Range = readonly [start: number, end: number];

/** Where a match and its groups begin and end; undefined for groups that took no part. */
export type Match = readonly [whole: Range, ...groups: (Range | undefined)[]];

/** Matches the rest of the expression. Gives the place where the whole match ends, if there is a match. */
type Next = (at: number) => number | undefined;
type Matcher = (at: number, next: Next) => number | undefined;

/** How deep parts of an expression may be matched inside each other. Java's own stack holds some thousands. */
const DEEPEST = 1200;

/**
 * Runs a regular expression as Java does: by trying, left alternatives first. Each attempt costs a step, so that an
 * expression whose attempts multiply with the length of the text ends as an error instead of taking years.
 */
export class PatternRun {
  private groups: (Range | undefined)[] = [];
  private depth = 0;
  private readonly start: Matcher;

  constructor(
    pattern: Pattern,
    private readonly text: string,
    private readonly work: Work,
  ) {
    this.start = this.matcher(pattern.expression);
  }

  /** The next match at or behind a place. */
  find(from: number): Match | undefined {
    for (let at = from; at <= this.text.length; at += 1) {
      const match = this.at(at, (end) => end);
      if (match) return match;
    }
    return undefined;
  }

  /** The match that is the whole text. */
  whole(): Match | undefined {
    return this.at(0, (end) => (end === this.text.length ? end : undefined));
  }

  private at(at: number, accept: Next): Match | undefined {
    this.groups = [];
    const end = this.start(at, accept);
    if (end === undefined) return undefined;
    const [, ...groups] = this.groups;
    return [[at, end], ...groups];
  }

  /** Counts how deep a match goes. Characters and sequences do not nest by themselves, so they are not counted. */
  private matcher(expression: Expression): Matcher {
    const run = this.uncounted(expression);
    if (expression.kind === 'character' || expression.kind === 'sequence') return run;
    return (at, next) => this.deeper(run, at, next);
  }

  private deeper(run: Matcher, at: number, next: Next): number | undefined {
    if (this.depth >= DEEPEST) throw new TooMuch('repeats a group of a regular expression too often');
    this.depth += 1;
    try {
      return run(at, next);
    } finally {
      this.depth -= 1;
    }
  }

  private uncounted(expression: Expression): Matcher {
    switch (expression.kind) {
      case 'empty':
        return (at, next) => next(at);
      case 'character':
        return this.run([expression.matches]);
      case 'place':
        return (at, next) => (expression.holds(this.text, at) ? next(at) : undefined);
      case 'sequence':
        return this.sequence(expression.parts);
      case 'choice':
        return this.choice(expression.options.map((option) => this.matcher(option)));
      case 'group':
        return this.group(this.matcher(expression.what), expression.group);
      case 'atomic':
        return this.atomic(this.matcher(expression.what));
      case 'look':
        return this.look(expression.behind, expression.negative, this.matcher(expression.what));
      case 'back':
        return this.back(expression.group, expression.ignoreCase);
      case 'repeat':
        return this.repeat(expression);
    }
  }

  /** The place behind a character that matches. */
  private step(at: number, matches: CharacterTest): number | undefined {
    this.work.step();
    const code = this.text.codePointAt(at);
    if (code === undefined || !matches(code)) return undefined;
    return at + (code > 0xffff ? 2 : 1);
  }

  /** Matches neighbouring characters in one go, so that a long text needs no deep stack. */
  private sequence(parts: readonly Expression[]): Matcher {
    const runs: Matcher[] = [];
    for (let i = 0; i < parts.length;) {
      const tests: CharacterTest[] = [];
      for (let part = parts[i]; part?.kind === 'character'; part = parts[(i += 1)]) tests.push(part.matches);
      if (tests.length > 0) runs.push(this.run(tests));
      const other = parts[i];
      if (other) runs.push(this.matcher(other));
      i += 1;
    }
    const last = runs.pop();
    if (!last) return (at, next) => next(at);
    return runs.reduceRight<Matcher>((rest, first) => (at, next) => first(at, (end) => rest(end, next)), last);
  }

  private run(tests: readonly CharacterTest[]): Matcher {
    return (at, next) => {
      let end = at;
      for (const test of tests) {
        const after = this.step(end, test);
        if (after === undefined) return undefined;
        end = after;
      }
      return next(end);
    };
  }

  private choice(options: readonly Matcher[]): Matcher {
    return (at, next) => {
      for (const option of options) {
        this.work.step();
        const end = option(at, next);
        if (end !== undefined) return end;
      }
      return undefined;
    };
  }

  private group(what: Matcher, group: number): Matcher {
    return (at, next) => {
      const before = this.groups[group];
      const end = what(at, (inner) => {
        const inside = this.groups[group];
        this.groups[group] = [at, inner];
        const rest = next(inner);
        if (rest === undefined) this.groups[group] = inside;
        return rest;
      });
      if (end === undefined) this.groups[group] = before;
      return end;
    };
  }

  private atomic(what: Matcher): Matcher {
    return (at, next) => {
      const before = [...this.groups];
      const end = what(at, (inner) => inner);
      const rest = end === undefined ? undefined : next(end);
      if (rest === undefined) this.groups = before;
      return rest;
    };
  }

  private look(behind: boolean, negative: boolean, what: Matcher): Matcher {
    const holds = (at: number): boolean => {
      if (!behind) return what(at, (end) => end) !== undefined;
      for (let from = at; from >= 0; from -= 1) {
        this.work.step();
        if (what(from, (end) => (end === at ? end : undefined)) !== undefined) return true;
      }
      return false;
    };
    return (at, next) => {
      const before = [...this.groups];
      const rest = holds(at) !== negative ? next(at) : undefined;
      if (rest === undefined) this.groups = before;
      return rest;
    };
  }

  private back(group: number, ignoreCase: boolean): Matcher {
    return (at, next) => {
      const captured = this.groups[group];
      if (!captured) return undefined;
      const earlier = this.text.slice(...captured);
      const part = this.text.slice(at, at + earlier.length);
      this.work.step(1 + earlier.length);
      const isSame = ignoreCase ? withoutCase(part) === withoutCase(earlier) : part === earlier;
      return isSame ? next(at + earlier.length) : undefined;
    };
  }

  private repeat(repeat: Extract<Expression, { kind: 'repeat' }>): Matcher {
    if (repeat.mode === 'possessive') return this.atomic(this.repeat({ ...repeat, mode: 'greedy' }));
    if (repeat.what.kind === 'character') return this.characters(repeat, repeat.what.matches);
    return this.repetitions(repeat, this.matcher(repeat.what));
  }

  /** Repetitions of one character need no stack. */
  private characters({ least, most, mode }: Extract<Expression, { kind: 'repeat' }>, matches: CharacterTest): Matcher {
    const lazy: Matcher = (at, next) => {
      let end: number | undefined = at;
      for (let count = 0; end !== undefined && count <= most; count += 1) {
        const rest = count >= least ? next(end) : undefined;
        if (rest !== undefined) return rest;
        end = this.step(end, matches);
      }
      return undefined;
    };
    const greedy: Matcher = (at, next) => {
      let end = at;
      let count = 0;
      while (count < most) {
        const after = this.step(end, matches);
        if (after === undefined) break;
        end = after;
        count += 1;
      }
      for (; count >= least; count -= 1) {
        this.work.step();
        const rest = next(end);
        if (rest !== undefined) return rest;
        end -= (this.text.codePointAt(end - 2) ?? 0) > 0xffff ? 2 : 1;
      }
      return undefined;
    };
    return mode === 'lazy' ? lazy : greedy;
  }

  private repetitions({ least, most, mode }: Extract<Expression, { kind: 'repeat' }>, what: Matcher): Matcher {
    const again =
      (count: number): Matcher =>
      (at, next) => {
        this.work.step();
        // A repetition that matched nothing is the last: others would match nothing for ever.
        const more = (): number | undefined =>
          count < most
            ? what(at, (end) => (end === at ? next(end) : this.deeper(again(count + 1), end, next)))
            : undefined;
        if (count < least) return more();
        return mode === 'lazy' ? (next(at) ?? more()) : (more() ?? next(at));
      };
    return again(0);
  }
}

const withoutCase = (text: string): string =>
  Array.from(text, (character) => String.fromCodePoint(lower(character.codePointAt(0) ?? 0))).join('');
