/** A text that is read from left to right. The readers of all the small languages build on it. */
export class TextCursor {
  /** Where reading goes on, counted from 0 in UTF-16 code units. */
  at = 0;

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character at which reading goes on. It is empty at the end. */
  get character(): string {
    return this.text.charAt(this.at);
  }

  /** Whether a sticky pattern matches here. */
  looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Reads what a sticky pattern matches here. Undefined where it does not match. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0];
    this.at += match?.length ?? 0;
    return match;
  }

  /** Reads the mark where it stands here, and says whether it did. */
  skip(mark: string): boolean {
    if (!this.text.startsWith(mark, this.at)) return false;
    this.at += mark.length;
    return true;
  }
}
