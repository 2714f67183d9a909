/**
 * How much an evaluation may do before it is stopped. Templates, paths and documents come from elsewhere: one that
 * doubles a text in a loop or nests without end has to fail, soon and always at the same place, so what is counted are
 * steps and characters, never time. The numbers are ours (assumed); no working template comes near them.
 */
export class Work {
  /** Steps counted so far. */
  steps = 0;
  private characters = 0;
  private depth = 0;

  /** Counts steps of whatever kind. */
  step(count = 1): void {
    this.steps += count;
    if (this.steps > bounds.steps) throw new TooMuch(`does more than ${bounds.steps} steps`);
  }

  /** Counts the characters of texts that are looked through. */
  scan(characters: number): void {
    if (characters >= CHARACTERS_OF_A_STEP) this.step(Math.floor(characters / CHARACTERS_OF_A_STEP));
  }

  /** Counts the characters of a new text, and gives it back. */
  text(result: string): string {
    this.room(result.length);
    return result;
  }

  /** Throws where a text may not have so many characters. Counts nothing. */
  fits(characters: number): void {
    if (characters > bounds.text) throw new TooMuch(`makes a text of more than ${bounds.text} characters`);
  }

  /** Counts the characters of a text before it is built. */
  room(characters: number): void {
    this.fits(characters);
    this.characters += characters;
    if (this.characters > bounds.allText) throw new TooMuch(`makes more than ${bounds.allText} characters of text`);
  }

  /** Does something one level further down. */
  deeper<T>(act: () => T): T {
    this.down();
    try {
      return act();
    } finally {
      this.up();
    }
  }

  /**
   * Goes one level down, until {@link up}. Frequent work calls these two, because a function for {@link deeper} costs
   * time.
   */
  down(): void {
    if (this.depth >= bounds.depth) throw new TooMuch(`goes deeper than ${bounds.depth} levels`);
    this.depth += 1;
  }

  up(): void {
    this.depth -= 1;
  }
}

/** Even the slowest search looks through so many characters in the time of a step. */
const CHARACTERS_OF_A_STEP = 100;

/** What {@link Work} allows. */
export const bounds = {
  /** Nodes of a template or path evaluated, items of lists looked at, attempts of a regular expression. */
  steps: 1_000_000,
  /** Characters of one text. */
  text: 2 * 1024 * 1024,
  /** Characters of all texts built on the way. */
  allText: 16 * 1024 * 1024,
  /** Levels of values in values, of templates in templates. */
  depth: 200,
  /** Characters of a template or path. */
  source: 512 * 1024,
} as const;

/** An evaluation went beyond its bounds. */
export class TooMuch extends Error {}
