import { type JsonPath, type JsonPathProblem } from './tree';

/** A path that cannot be read. */
export class PathSyntaxError extends Error {
  constructor(
    message: string,
    /** Counted from 0. */
    readonly offset: number,
  ) {
    super(message);
  }
}

/** Paths in filters, parentheses in parentheses; a bound of ours. */
const DEEPEST = 50;

/** A path that is read from left to right. */
export class PathSource {
  at = 0;
  /** The first part that can be read but is probably a mistake. */
  doubt: JsonPathProblem | undefined;
  private depth = 0;

  constructor(
    private readonly text: string,
    private readonly readPathInFilter: (source: PathSource) => JsonPath,
  ) {}

  /** Reads a path inside a filter. Paths and filters contain each other, so their readers need each other. */
  pathInFilter(): JsonPath {
    return this.readPathInFilter(this);
  }

  looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }

  /** Reads what a sticky pattern matches here; undefined if it does not. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0];
    this.at += match?.length ?? 0;
    return match;
  }

  wrong(problem: string): PathSyntaxError {
    return new PathSyntaxError(problem, this.at);
  }

  nested<T>(read: () => T): T {
    if (this.depth >= DEEPEST) throw this.wrong(`is nested deeper than ${DEEPEST} levels`);
    this.depth += 1;
    const result = read();
    this.depth -= 1;
    return result;
  }
}

/** A text without its quotes; a backslash takes the next character as it is. */
export const unquoted = (text: string): string => text.slice(1, -1).replace(/\\([^])/g, '$1');
