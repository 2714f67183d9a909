import { TextCursor } from '../text-cursor';
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
export class PathSource extends TextCursor {
  /** The first part that can be read but is probably a mistake. */
  doubt: JsonPathProblem | undefined;
  private depth = 0;

  constructor(
    text: string,
    private readonly readPathInFilter: (source: PathSource) => JsonPath,
  ) {
    super(text);
  }

  /** Reads a path inside a filter. Paths and filters contain each other, so their readers need each other. */
  pathInFilter(): JsonPath {
    return this.readPathInFilter(this);
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
